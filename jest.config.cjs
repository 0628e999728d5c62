/**
 * Jest for the Lightning bundles: sfdx-lwc-jest's own configuration, with real labels and TypeScript before built files.
 * It stands at the root because `sfdx-lwc-jest` looks nowhere else, and would otherwise take every test of the project.
 */
const { jestConfig } = require('@salesforce/sfdx-lwc-jest/config');

/** One run for each language: what is shown is a label, so the tests hold in both. */
const forLanguage = (language) => ({
    ...jestConfig,
    displayName: language,
    globals: { language },
    rootDir: __dirname,
    roots: ['<rootDir>/force-app/main/default/lwc'],
    testMatch: ['**/__tests__/**/*.test.ts'],
    // A built .js may lie beside its .ts: the source is what is tested.
    moduleFileExtensions: ['ts', 'js', 'html', 'css', 'json'],
    moduleNameMapper: {
        '^lightning/graphql$': '<rootDir>/config/jest/graphql.ts',
        '^lightning/navigation$': '<rootDir>/config/jest/navigation.ts',
        '^test/(.*)$': '<rootDir>/config/jest/$1.ts'
    },
    setupFilesAfterEnv: [...jestConfig.setupFilesAfterEnv, '<rootDir>/config/jest/setup.cjs'],
    cacheDirectory: '<rootDir>/node_modules/.cache/jest-lwc'
});

module.exports = {
    rootDir: __dirname,
    // Five seconds are soon over on a busy machine, and say nothing about the page.
    testTimeout: 60_000,
    projects: [forLanguage('en'), forLanguage('fr')]
};

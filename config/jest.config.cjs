/** Jest for the Lightning bundles: sfdx-lwc-jest's own configuration, with real labels and TypeScript before built files. */
const path = require('node:path');
const { jestConfig } = require('@salesforce/sfdx-lwc-jest/config');

module.exports = {
    ...jestConfig,
    rootDir: path.resolve(__dirname, '..'),
    roots: ['<rootDir>/force-app/main/default/lwc'],
    testMatch: ['**/__tests__/**/*.test.ts'],
    // A built .js may lie beside its .ts: the source is what is tested.
    moduleFileExtensions: ['ts', 'js', 'html', 'css', 'json'],
    moduleNameMapper: {
        '^lightning/graphql$': '<rootDir>/config/jest/graphql.ts',
        '^lightning/navigation$': '<rootDir>/config/jest/navigation.ts'
    },
    setupFilesAfterEnv: [...jestConfig.setupFilesAfterEnv, '<rootDir>/config/jest/setup.cjs'],
    cacheDirectory: '<rootDir>/node_modules/.cache/jest-lwc'
};

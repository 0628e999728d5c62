import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import tseslint from 'typescript-eslint';

// Who may import whom: connector/.dependency-cruiser.cjs. `connector/test/laws` proves that each law bites.

export default defineConfig([
    globalIgnores([
        '**/node_modules/**',
        'dist/**',
        'build/**',
        'data/**',
        'coverage/**',
        'force-app/**',
        'types/**',
        '.sf/**',
        '.sfdx/**'
    ]),
    js.configs.recommended,
    {
        files: ['connector/**/*.ts', 'scripts/**/*.ts', 'packages/**/*.ts'],
        extends: [...tseslint.configs.strictTypeChecked],
        languageOptions: { parserOptions: { project: './connector/tsconfig.json' } },
        rules: {
            // typescript-eslint 8.73 recurses without an end on the types of graphql.
            '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
            '@typescript-eslint/no-explicit-any': 'error',
            '@typescript-eslint/consistent-type-imports': 'error',
            '@typescript-eslint/require-await': 'off',
            // `void` says that an answer is not wanted.
            '@typescript-eslint/no-meaningless-void-operator': 'off',
            '@typescript-eslint/no-invalid-void-type': 'off',
            // Whoever reads a file of ours says what it holds.
            '@typescript-eslint/no-unnecessary-type-parameters': 'off',
            // A number in a text is what it looks like.
            '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
            '@typescript-eslint/no-confusing-void-expression': [
                'error',
                { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true }
            ],
            '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
            'max-lines': ['error', { max: 250 }],
            'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
            'no-console': 'error',
            eqeqeq: 'error'
        }
    },
    {
        files: ['**/*.js', '**/*.mjs'],
        languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } }
    },
    {
        files: ['jest.config.cjs', 'config/**/*.cjs'],
        languageOptions: { globals: { ...globals.node, ...globals.browser, ...globals.jest } }
    },
    {
        files: ['connector/test/**/*.ts', 'connector/sandbox/*/test/**/*.ts'],
        rules: {
            'max-lines-per-function': 'off',
            // A test says what it expects: what is not there fails it.
            '@typescript-eslint/no-non-null-assertion': 'off',
            '@typescript-eslint/no-unnecessary-condition': 'off',
            // node:test's test() and describe() return promises that the runner awaits.
            '@typescript-eslint/no-floating-promises': [
                'error',
                {
                    allowForKnownSafeCalls: [
                        {
                            from: 'package',
                            name: ['test', 'describe', 'it', 'suite', 'before', 'after'],
                            package: 'node:test'
                        }
                    ]
                }
            ]
        }
    },
    {
        files: ['scripts/**/*.ts', 'connector/sandbox/**/main.ts', 'connector/sandbox/play/print*.ts'],
        rules: { 'no-console': 'off' }
    },
    {
        files: ['connector/src/domain/**/*.ts'],
        rules: {
            'no-restricted-syntax': [
                'error',
                ...[
                    ["MemberExpression[object.name='Date'][property.name='now']", 'The time is an argument.'],
                    ["NewExpression[callee.name='Date'][arguments.length=0]", 'The time is an argument.'],
                    ["CallExpression[callee.name='Date']", 'The time is an argument.'],
                    ["MemberExpression[object.name='Math'][property.name='random']", 'Randomness is an argument.'],
                    ["NewExpression[callee.property.name='DateTimeFormat'][arguments.length<2]", 'Name the time zone.']
                ].map(([selector, what]) => ({ selector, message: `The domain has no clock and no dice. ${what}` }))
            ],
            'no-restricted-globals': [
                'error',
                ...['process', 'performance', 'crypto', 'fetch', 'setTimeout', 'setInterval', 'Temporal'].map(
                    (name) => ({
                        name,
                        message: 'The domain is pure: times, ids and texts are arguments.'
                    })
                )
            ]
        }
    },
    {
        files: ['connector/src/**/*.ts'],
        ignores: ['connector/src/main.ts', 'connector/src/domain/**'],
        rules: {
            'no-restricted-globals': ['error', { name: 'process', message: 'Only main.ts touches process.' }]
        }
    }
]);

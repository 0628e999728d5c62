import { createRequire } from 'node:module';
import path from 'node:path';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** Salesforce's rules for Lightning Web Components, over the TypeScript that people write. */
const require = createRequire(import.meta.url);
const lwcTs = require('@salesforce/eslint-config-lwc/recommended-ts');
const platform = require('@lwc/eslint-plugin-lwc-platform');

export default defineConfig([
    {
        basePath: path.resolve(import.meta.dirname, '..'),
        files: ['**/lwc/**/*.ts'],
        extends: [...tseslint.configs.recommended, lwcTs, platform.configs.recommended],
        languageOptions: { parser: tseslint.parser, parserOptions: { babelOptions: null } },
        rules: {
            'no-undef': 'off',
            'no-unused-vars': 'off',
            'max-lines': ['error', { max: 250 }],
            'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
            '@typescript-eslint/no-explicit-any': 'error',
            '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_' }],
            // Crashes on class files without a comment (plugin 6.3.0), and is about offline use, which wires here are not.
            '@lwc/lwc-platform/valid-offline-wire': 'off'
        }
    },
    {
        basePath: path.resolve(import.meta.dirname, '..'),
        // A clock is the point of this module; everything that starts it also stops it.
        files: ['**/lwc/quoPolling/quoPolling.ts'],
        rules: { '@lwc/lwc/no-async-operation': 'off' }
    },
    {
        basePath: path.resolve(import.meta.dirname, '..'),
        // One record after the other on purpose: parallel updates of one person's activities lock each other out.
        files: ['**/lwc/quoUnmatchedNumber/quoUnmatchedNumber.ts'],
        rules: { 'no-await-in-loop': 'off' }
    },
    {
        basePath: path.resolve(import.meta.dirname, '..'),
        files: ['**/lwc/**/__tests__/**/*.ts'],
        languageOptions: { globals: { ...globals.node, ...globals.jest } },
        rules: {
            '@lwc/lwc/no-unexpected-wire-adapter-usages': 'off',
            '@lwc/lwc/prefer-custom-event': 'off',
            // Tests run on Node, and hand unsafe links over to see them refused.
            '@lwc/lwc-platform/no-aura-libs': 'off',
            'no-script-url': 'off',
            'max-lines-per-function': 'off'
        }
    }
]);

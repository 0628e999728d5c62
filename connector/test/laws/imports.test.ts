import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { ESLint } from 'eslint';

const root = fileURLToPath(new URL('../../..', import.meta.url));
/** Under CI=true the parser reads files from the disk once, and would not see the texts of these tests. */
const eslint = new ESLint({
    cwd: root,
    overrideConfig: { languageOptions: { parserOptions: { disallowAutomaticSingleRunInference: true } } }
});

/** What ESLint says of a text that stands in an existing file of the project. */
async function faults(file: string, text: string): Promise<readonly string[]> {
    const [result] = await eslint.lintText(text, { filePath: `${root}/${file}` });
    return (result?.messages ?? []).map(({ ruleId, message }) => `${ruleId}: ${message}`);
}

const importing = (path: string): string => `export * from '${path}';\n`;

test('law 1: the domain imports nothing but itself', async () => {
    const file = 'connector/src/domain/calls/call.ts';
    for (const path of [
        'node:crypto',
        'zod',
        '../../log.ts',
        '../../errors.ts',
        '../../store/open.ts',
        '../../pipeline/runtime.ts'
    ])
        assert.match((await faults(file, importing(path))).join(), /Law 1/, path);
    assert.doesNotMatch((await faults(file, importing('../facts.ts'))).join(), /Law 1/);
});

test('law 2: edges never import each other', async () => {
    const pairs = [
        ['connector/src/web/server.ts', '../quo/client.ts'],
        ['connector/src/web/server.ts', '../store/open.ts'],
        ['connector/src/quo/signatures/verify.ts', '../../salesforce/org.ts'],
        ['connector/src/salesforce/settings.ts', '../config.ts']
    ] as const;
    for (const [file, path] of pairs)
        assert.match((await faults(file, importing(path))).join(), /Law 2/, `${file} ${path}`);
    assert.doesNotMatch(
        (await faults('connector/src/web/server.ts', importing('../pipeline/ports/quo.ts'))).join(),
        /Law/
    );
});

test('law 3: the pipeline knows edges as ports, and only main.ts touches process', async () => {
    const file = 'connector/src/pipeline/receive.ts';
    for (const path of [
        '../quo/client.ts',
        '../store/open.ts',
        '../salesforce/org.ts',
        '../web/server.ts',
        '../compose.ts'
    ])
        assert.match((await faults(file, importing(path))).join(), /Law 3/, path);
    assert.match((await faults(file, 'export const port = process.env.PORT;\n')).join(), /Law 3: only main.ts/);
    assert.doesNotMatch((await faults(file, importing('./ports/quo.ts'))).join(), /Law/);
});

test('law 4: the sandbox and the connector share no code', async () => {
    const file = 'connector/sandbox/play/options.ts';
    assert.match((await faults(file, importing('../../src/domain/facts.ts'))).join(), /Law 4/);
    assert.match(
        (await faults('connector/src/web/server.ts', importing('../../sandbox/play/part.ts'))).join(),
        /Law 2/
    );
});

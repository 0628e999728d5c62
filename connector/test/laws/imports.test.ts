import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { promisify } from 'node:util';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const NOT_ALLOWED = 'not-in-allowed';

/** A line that somebody could write, where, and the law that it breaks; `undefined`: it is allowed. */
type Line = readonly [folder: string, law: string | undefined, text: string];

const imports = (folder: string, law: string | undefined, targets: readonly string[]): readonly Line[] =>
    targets.map((target) => [folder, law, `export * from '${target}';\n`]);

const LINES: readonly Line[] = [
    ...imports('connector/src/domain/calls', NOT_ALLOWED, [
        'node:crypto',
        'zod',
        '../../log.ts',
        '../../errors/errors.ts',
        '../../phone/read.ts',
        '../../config/config.ts',
        '../../compose/compose.ts',
        '../../store/open.ts',
        '../../pipeline/pipeline-context.ts'
    ]),
    ...imports('connector/src/domain/calls', undefined, ['../facts.ts']),
    ...imports('connector/src/web', NOT_ALLOWED, ['../quo/client.ts', '../store/open.ts', '../pipeline/flush.ts']),
    ...imports('connector/src/web', undefined, ['../contracts/quo/quo.ts']),
    ...imports('connector/src/console', NOT_ALLOWED, ['../pipeline/flush.ts', '../store/open.ts']),
    ...imports('connector/src/domain/preferences', NOT_ALLOWED, ['zod', '../../preferences/schemas.ts']),
    ...imports('connector/src/preferences', NOT_ALLOWED, [
        '../config/config.ts',
        '../store/open.ts',
        '../console/console.ts'
    ]),
    ...imports('connector/src/preferences', undefined, ['../domain/preferences/catalogue.ts', 'zod']),
    ...imports('connector/src/quo/signatures', NOT_ALLOWED, ['../../salesforce/org.ts', '../../store/open.ts']),
    ...imports('connector/src/store/database', NOT_ALLOWED, ['../../salesforce/org.ts', '../../pipeline/flush.ts']),
    ...imports('connector/src/salesforce', NOT_ALLOWED, ['../config/config.ts', '../quo/client.ts']),
    ...imports('connector/src/pipeline', NOT_ALLOWED, [
        '../quo/client.ts',
        '../store/open.ts',
        '../salesforce/org.ts',
        '../web/server.ts',
        '../application/context.ts',
        '../compose/compose.ts',
        'pg'
    ]),
    ...imports('connector/src/pipeline', undefined, ['../contracts/quo/quo.ts']),
    ...imports('connector/src/application/connections', NOT_ALLOWED, [
        '../../quo/client.ts',
        '../../salesforce/org.ts',
        '../../store/open.ts',
        '../../web/server.ts',
        '../../console/console.ts',
        '../../compose/compose.ts'
    ]),
    ...imports('connector/src/application/connections', undefined, ['../../contracts/quo/platform.ts']),
    // Types and dynamic imports are imports.
    ['connector/src/domain', NOT_ALLOWED, `import type { Log } from '../log.ts';\nexport type L = Log;\n`],
    ['connector/src/domain', NOT_ALLOWED, `export type L = import('../log.ts').Log;\n`],
    ['connector/src/domain', NOT_ALLOWED, `export const later = (): Promise<unknown> => import('../log.ts');\n`],
    // The sandbox and the product share no code, by whatever way.
    ...imports('connector/sandbox/play', 'sandbox-knows-no-product', ['../../src/domain/facts.ts', './law-way.ts']),
    ...imports('packages/salesforce-metadata', 'sandbox-knows-no-product', ['../../connector/src/domain/facts.ts']),
    ...imports('connector/src/web', 'product-knows-no-sandbox', ['../../sandbox/play/part.ts'])
];

interface Violation {
    readonly from: string;
    readonly rule: { readonly name: string };
}

/** A copy of the code with every line in a file of its own, and what dependency-cruiser says of each. */
async function cruise(): Promise<{ readonly violations: readonly Violation[]; readonly remove: () => Promise<void> }> {
    const folder = await mkdtemp(path.join(tmpdir(), 'imports-'));
    const isCode = (source: string): boolean =>
        !/\/(node_modules|test|scenarios)(\/|$)/.test(path.relative(ROOT, source));
    for (const part of ['connector', 'packages', 'package.json'])
        await cp(path.join(ROOT, part), path.join(folder, part), { recursive: true, filter: isCode });
    await symlink(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
    await Promise.all(LINES.map(([where, , text], n) => writeFile(path.join(folder, where, `law-${n}.ts`), text)));
    const write = (file: string, text: string): Promise<void> => writeFile(path.join(folder, file), text);
    await write('connector/sandbox/play/law-way.ts', `export * from '../../src/domain/facts.ts';\n`);
    await write(
        'connector/src/domain/law-one.ts',
        `import { two } from './law-two.ts';\nexport const one = (): number => two();\n`
    );
    await write(
        'connector/src/domain/law-two.ts',
        `import { one } from './law-one.ts';\nexport const two = (): number => one();\n`
    );
    const program = path.join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
    const parameters = [program, '--config', 'connector/.dependency-cruiser.cjs', '--output-type', 'json'];
    const run = promisify(execFile)(
        process.execPath,
        [...parameters, 'connector/src', 'connector/sandbox', 'packages'],
        { cwd: folder, maxBuffer: 256 * 1024 * 1024 }
    );
    const { stdout } = await run.catch((error: unknown) => error as { readonly stdout: string });
    const { summary } = JSON.parse(stdout) as { summary: { violations: readonly Violation[] } };
    return { violations: summary.violations, remove: () => rm(folder, { recursive: true, force: true }) };
}

let cruised: ReturnType<typeof cruise> | undefined;
/** Once for all tests of this file. */
const once = (): ReturnType<typeof cruise> => (cruised ??= cruise());
after(async () => (await cruised)?.remove());

async function lawsBrokenBy(file: string): Promise<readonly string[]> {
    const { violations } = await once();
    return violations.filter(({ from }) => from === file).map(({ rule }) => rule.name);
}

test('who may import whom is held, line by line', async () => {
    for (const [n, [folder, law, text]] of LINES.entries()) {
        const broken = await lawsBrokenBy(`${folder}/law-${n}.ts`);
        if (law === undefined) assert.deepEqual(broken, [], `${folder}: ${text}`);
        else assert.ok(broken.includes(law), `${folder}: ${text} ${broken.join()}`);
    }
});

test('files that need each other while they run are found', async () => {
    assert.ok((await lawsBrokenBy('connector/src/domain/law-one.ts')).includes('no-circle'));
});

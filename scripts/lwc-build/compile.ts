import path from 'node:path';
import ts from 'typescript';
import { bundleFiles, bundleNames, LWC_DIR } from './bundles.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const CONFIG = path.join(ROOT, 'config/tsconfig.lwc.json');
/** What every test stands on. */
const TEST_DIR = path.join(ROOT, 'config/jest');

/** `c/x` for every bundle: TypeScript allows one `*` in a path, and a bundle's name stands in it twice. */
function bundlePaths(): Record<string, string[]> {
    return Object.fromEntries(bundleNames().map((name) => [`c/${name}`, [path.join(LWC_DIR, name, `${name}.ts`)]]));
}

function declarations(): string[] {
    return ts.sys.readDirectory(path.join(ROOT, 'types'), ['.d.ts']);
}

function optionsOf(): ts.CompilerOptions {
    const { config } = ts.readConfigFile(CONFIG, (file) => ts.sys.readFile(file)) as {
        config: { compilerOptions: object };
    };
    return ts.convertCompilerOptionsFromJson(config.compilerOptions, ROOT).options;
}

/**
 * Checks the types of the bundles' tests and of what they stand on. Nothing is written. Tests may leave out the types of
 * their own small functions and look into lists without asking; names, arguments and shapes must be right.
 *
 * @returns the faults, as TypeScript prints them; empty when all is well
 */
export function checkTests(): string {
    const program = ts.createProgram(
        [...ts.sys.readDirectory(LWC_DIR, ['.test.ts']), ...ts.sys.readDirectory(TEST_DIR, ['.ts']), ...declarations()],
        {
            ...optionsOf(),
            noEmit: true,
            noImplicitAny: false,
            noImplicitThis: false,
            noUncheckedIndexedAccess: false,
            types: ['jest', 'node'],
            paths: { ...bundlePaths(), 'test/*': [path.join(TEST_DIR, '*.ts')] }
        }
    );
    return print(ts.getPreEmitDiagnostics(program));
}

/**
 * Compiles every bundle's `.ts` to the `.js` beside it, which is what an org is given.
 *
 * @param emit false: only check
 * @returns the faults, as TypeScript prints them; empty when all is well
 */
export function compileBundles(emit: boolean): string {
    const files = bundleNames().flatMap((name) =>
        bundleFiles(name)
            .filter((file) => file.endsWith('.ts'))
            .map((file) => path.join(LWC_DIR, name, file))
    );
    const program = ts.createProgram([...files, ...declarations()], {
        ...optionsOf(),
        paths: bundlePaths(),
        noEmit: !emit,
        noEmitOnError: true
    });
    const faults = [...ts.getPreEmitDiagnostics(program)];
    if (emit && faults.length === 0) faults.push(...program.emit().diagnostics);
    return print(faults);
}

function print(faults: readonly ts.Diagnostic[]): string {
    return ts.formatDiagnosticsWithColorAndContext(faults, {
        getCanonicalFileName: (name) => name,
        getCurrentDirectory: () => ROOT,
        getNewLine: () => '\n'
    });
}

import fs from 'node:fs';
import path from 'node:path';
import { bundleNames, LWC_DIR } from '../lwc-build/bundles.ts';
import { compileBundles } from '../lwc-build/compile.ts';

/**
 * Salesforce takes compiled components only, and the compiled files are not kept with the source: compiles them where
 * one was never compiled or changed since.
 *
 * @returns the compiler's faults, when there are any
 */
export function buildComponents(): string | undefined {
    return unbuilt().length === 0 ? undefined : compileBundles(true) || undefined;
}

/** Bundles that were never compiled, or changed since. */
export function unbuilt(dir: string = LWC_DIR): readonly string[] {
    return bundleNames(dir).filter((name) => {
        const [source, compiled] = ['ts', 'js'].map((ending) => path.join(dir, name, `${name}.${ending}`));
        const built = fs.statSync(compiled ?? '', { throwIfNoEntry: false });
        return built === undefined || built.mtimeMs < fs.statSync(source ?? '').mtimeMs;
    });
}

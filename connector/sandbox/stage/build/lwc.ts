import plugin from '@lwc/rollup-plugin';
import type { Plugin } from 'rollup';

interface LwcOptions {
    readonly rootDir: string;
    readonly modules: readonly object[];
    readonly enableDynamicComponents: boolean;
    readonly enableLwcOn: boolean;
    readonly enableSyntheticElementInternals: boolean;
}

const create = plugin as unknown as (options: LwcOptions) => Plugin;

/** The LWC compiler as a Rollup plugin, set as Lightning sets it. */
export function lwc(rootDir: string, modules: readonly object[]): Plugin {
    return create({
        rootDir,
        modules: [...modules, { npm: 'lightning-base-components' }],
        enableDynamicComponents: true,
        enableLwcOn: true,
        // Without it, comboboxes fail in synthetic shadow: "attachInternals API is not supported".
        enableSyntheticElementInternals: true
    });
}

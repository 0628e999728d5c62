import { execFile } from 'node:child_process';
import { ROOT } from 'salesforce-metadata/source-tree.ts';
import type { StandIn } from './stand-in-sf.ts';

export interface Done {
    readonly status: number;
    readonly output: string;
}

/** Runs a script of `scripts/org` against the stand-in for the Salesforce CLI. */
export function runScript(sf: StandIn, name: string, ...args: readonly string[]): Promise<Done> {
    const words = [`scripts/org/${name}.ts`, ...args];
    return new Promise((resolve) => {
        execFile(process.execPath, words, { cwd: ROOT, env: sf.env }, (error, stdout, stderr) => {
            const status = error ? Number(error.code) : 0;
            resolve({ status, output: stdout + stderr });
        });
    });
}

/** The commands that change something. */
export const changing = (sf: StandIn): readonly (readonly string[])[] =>
    sf.commands().filter((words) => !/^(org list|org display|data query|package version list)/.test(words.join(' ')));

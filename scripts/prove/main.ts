/** `npm run prove -- --org <alias>`: tries in a real org what documents leave open. */
import fs from 'node:fs';
import { randomBytes } from 'node:crypto';
import { helpText, readOptions, word, type Command, type Options } from '../org/options.ts';
import { createSf, type Sf } from '../org/sf.ts';
import { createCall } from './client.ts';
import { cliLogin } from './login.ts';
import { readOrg } from './org.ts';
import type { Call, Kind } from './point.ts';
import { prove } from './run.ts';
import { proveSimulated } from './simulated.ts';
import { markdown, printed, reportFile } from './table.ts';

const COMMAND: Command = {
    usage: 'npm run prove -- --org <alias> [options] | --simulated',
    about: `Tries in an org, point by point, what the package and the connector rely on and no document settles: says what
was tried, what the org answered, and whether that is what is relied on. Sign in first as an administrator who
holds Quo_Admin, and as others for what they may see: npx sf org login web --alias <alias>. It makes some twenty Tasks, Events and
Leads of its own ("Quo proof, safe to delete"), deletes them, and says which it could not. Flows and rules of the org run for
them, as for every record. A sandbox, a scratch org or a Developer Edition only, unless --production allows another.
Ends with 1 when a point differs or a record is left.`,
    options: {
        org: { value: 'alias', help: 'Org, as the Salesforce CLI knows it.' },
        namespace: { value: 'name', help: 'Namespace of the package; none for source or an unlocked version.' },
        as: {
            value: 'kind=alias,…',
            help: 'Others who signed in: integration, rep, manager, stranger (no Quo rights).'
        },
        'api-version': { value: 'number', help: 'Version of the API.', fallback: '66.0' },
        report: { value: 'file', help: 'Write a file to attach to a report: no names, no ids.' },
        production: { help: 'Run in an org that is none for trying.' },
        simulated: { help: 'Run against the simulated org.' },
        markdown: { help: 'With --simulated: print the table of scripts/prove/README.md.' }
    }
};

const KINDS: readonly Kind[] = ['integration', 'rep', 'manager', 'stranger'];

/** Whoever else signed in. @throws {Error} for a kind that is none */
async function others(
    given: string | undefined,
    callOf: (alias: string) => Promise<Call>
): Promise<Partial<Record<Kind, Call>>> {
    const pairs = (given ?? '').split(',').filter(Boolean);
    const calls = pairs.map(async (pair): Promise<[Kind, Call]> => {
        const [kind = '', alias] = pair.split('=');
        if (!KINDS.includes(kind as Kind) || !alias)
            throw new Error(`"${pair}" is nobody: use ${KINDS.join('=…, ')}=….`);
        return [kind as Kind, await callOf(alias)];
    });
    return Object.fromEntries(await Promise.all(calls));
}

async function proveOrg(options: Options, alias: string, sf: Sf): Promise<number> {
    const apiVersion = word(options, 'api-version') ?? '';
    const root = `/services/data/v${apiVersion}`;
    const callOf = async (name: string): Promise<Call> => {
        const { host, token } = await cliLogin(sf, name);
        return createCall(host + root, token);
    };
    const call = await callOf(alias);
    const org = await readOrg(call);
    if (!org.isForTrying && options['production'] !== true) {
        console.log(`${alias} is ${org.edition}, and no sandbox: nothing was done. --production allows it.`);
        return 2;
    }
    const namespace = word(options, 'namespace');
    const run = randomBytes(4).toString('hex');
    const proof = await prove({ call, others: await others(word(options, 'as'), callOf), namespace, root, run });
    console.log(printed(proof));
    const file = word(options, 'report');
    if (file !== undefined) {
        const { edition, isSandbox } = org;
        const about = {
            at: new Date().toISOString(),
            apiVersion,
            edition,
            isSandbox,
            hasNamespace: namespace !== undefined
        };
        fs.writeFileSync(file, reportFile(proof, about));
        console.log(`Written: ${file}`);
    }
    return proof.left.length > 0 || proof.findings.some(({ verdict }) => verdict === 'differs') ? 1 : 0;
}

/** @returns the exit code: 0 everything holds, 1 something differs or is left, 2 nothing was done */
async function main(options: Options): Promise<number> {
    const alias = word(options, 'org');
    if (options['simulated'] === true) {
        const proof = await proveSimulated(word(options, 'namespace'));
        console.log(options['markdown'] === true ? markdown(proof) : printed(proof));
        return proof.findings.every(({ verdict }) => verdict === 'holds') && proof.left.length === 0 ? 0 : 1;
    }
    if (alias === undefined) {
        console.log(`Say which org: --org <alias>.\n\n${helpText(COMMAND)}`);
        return 2;
    }
    if (options['dry-run'] !== true) return proveOrg(options, alias, createSf(process.env));
    console.log(`Dry run: nothing was asked of ${alias}.`);
    return 0;
}

function read(args: readonly string[]): Options | string {
    try {
        return readOptions(COMMAND, args).options;
    } catch (error) {
        return (error as Error).message;
    }
}

const options = read(process.argv.slice(2));
if (typeof options === 'string') {
    console.log(`${options}\n\n${helpText(COMMAND)}`);
    process.exitCode = 2;
} else if (options['help'] === true) {
    console.log(helpText(COMMAND));
} else {
    process.exitCode = await main(options).catch((error: unknown) => {
        console.log(error instanceof Error ? error.message : 'unknown');
        return 1;
    });
}

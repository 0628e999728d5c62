import { helpText, readOptions, word, type Command, type Options } from './options.ts';
import { createSf } from './sf.ts';
import { runSteps, type Step } from './step.ts';

/** Steps for the options given, or the sentence that says what is missing. */
export type Plan = (
    options: Options,
    rest: readonly string[],
    env: NodeJS.ProcessEnv
) => readonly Step[] | string | Promise<readonly Step[] | string>;

/** What the metadata is given on deployment when nobody says otherwise: enough for a trial org without a connector. */
const STAND_INS = { QUO_CONNECTOR_URL: 'https://connector.example.com', QUO_CONTACT_EMAIL: 'admin@example.com' };

/** Salesforce trusts a host, not a page of it. */
const ADDRESS = /^https:\/\/[^\s/?#@]+$/;

/** A link of the app to a consumer in the Dev Hub, as the two elements that carry it: `00D…:888…`. */
function linkElements(link: string | undefined): Readonly<Record<string, string>> {
    if (link === undefined) return {};
    const app = `${link.split(':')[0]}:Quo`;
    return {
        QUO_OAUTH_LINK: `<oauthLink>${link}</oauthLink>`,
        QUO_ORG_SCOPED_APP: `<orgScopedExternalApp>${app}</orgScopedExternalApp>`
    };
}

/** @returns the environment for the CLI, or the sentence that says what in it makes no sense */
function environment(options: Options, env: NodeJS.ProcessEnv): NodeJS.ProcessEnv | string {
    const connector = word(options, 'connector') ?? env.QUO_CONNECTOR_URL ?? STAND_INS.QUO_CONNECTOR_URL;
    const address = connector.replace(/\/$/, '');
    if (!ADDRESS.test(address)) return `"${connector}" is no address of a connector: https://quo.example.com.`;
    const contact = word(options, 'contact') ?? env.QUO_CONTACT_EMAIL ?? STAND_INS.QUO_CONTACT_EMAIL;
    return {
        ...env,
        QUO_CONNECTOR_URL: address,
        QUO_CONTACT_EMAIL: contact,
        ...linkElements(word(options, 'oauth-link'))
    };
}

/**
 * Runs a script: reads its options, prints what it will do, does it.
 *
 * @returns the exit code: 0 done, 1 a step failed, 2 the options make no sense
 */
export async function runScript(
    command: Command,
    plan: Plan,
    args: readonly string[],
    env: NodeJS.ProcessEnv
): Promise<number> {
    const print = (line: string) => console.log(line);
    let read: ReturnType<typeof readOptions>;
    try {
        read = readOptions(command, args);
    } catch (error) {
        print(`${(error as Error).message}\n\n${helpText(command)}`);
        return 2;
    }
    const { options, rest } = read;
    if (options.help) {
        print(helpText(command));
        return 0;
    }
    const steps = await plan(options, rest, env);
    if (typeof steps === 'string') {
        print(`${steps}\n\n${helpText(command)}`);
        return 2;
    }
    const fills = new Set(steps.flatMap((step) => step.fills ?? []));
    const given = fills.size > 0 ? environment(options, env) : { ...STAND_INS, ...env };
    if (typeof given === 'string') {
        print(`${given}\n\n${helpText(command)}`);
        return 2;
    }
    if (fills.has('connector'))
        print(`Recordings are trusted from ${given.QUO_CONNECTOR_URL} (QUO_CONNECTOR_URL or --connector).`);
    if (fills.has('app')) print(`The app's contact is ${given.QUO_CONTACT_EMAIL}.`);
    const sf = createSf(given);
    return runSteps(steps, { sf, dryRun: options['dry-run'] === true, print });
}

/** `node scripts/org/create.ts`: a scratch org with the package and sample people, from nothing. */
import { buildComponents } from './built.ts';
import { word, type Command } from './options.ts';
import { runScript, type Plan } from './script.ts';
import { deployIntegrationUser, deployPackage } from './steps/deploy.ts';
import { assignPermissionSets } from './steps/permission-sets.ts';
import { loadSamplePeople } from './steps/sample-people.ts';
import { EDITIONS, scratchOrg } from './steps/scratch-org.ts';
import { trustConnector } from './steps/trusted-site.ts';

const COMMAND: Command = {
    usage: 'node scripts/org/create.ts [options]',
    about: `Makes a scratch org from nothing: creates it, deploys the package's source and the integration user's
permission set, gives you the permission sets, loads sample people. Compiles the components first.
Safe to run twice: what is there already is left alone.`,
    options: {
        alias: { value: 'name', help: 'Name for the org.', fallback: 'quo' },
        edition: { value: 'enterprise|developer', help: 'Edition of the org.', fallback: 'enterprise' },
        days: { value: 'number', help: 'Days that it lives, 1 to 30.', fallback: '7' },
        'dev-hub': { value: 'alias', help: 'Dev Hub to make it in; yours by default.' },
        connector: {
            value: 'url',
            help: 'Where the connector answers; its recordings are trusted. Later: trusted-site.ts.'
        }
    }
};

const plan: Plan = (options, _rest, env) => {
    const alias = word(options, 'alias') ?? 'quo';
    const edition = word(options, 'edition') ?? '';
    const days = word(options, 'days') ?? '';
    if (!(edition in EDITIONS)) return `"${edition}" is no edition: use ${Object.keys(EDITIONS).join(' or ')}.`;
    if (!/^([1-9]|[12]\d|30)$/.test(days)) return `"${days}" is no number of days from 1 to 30.`;
    const faults = options['dry-run'] ? undefined : buildComponents();
    if (faults !== undefined) return faults;
    return [
        scratchOrg(alias, edition, days, word(options, 'dev-hub')),
        deployPackage(alias),
        deployIntegrationUser(alias),
        ...(word(options, 'connector') || env.QUO_CONNECTOR_URL ? [trustConnector(alias)] : []),
        ...assignPermissionSets(
            [
                'Quo_Admin',
                'Quo_Recording_Listener',
                'Quo_Transcript_Reader',
                'Quo_Integration',
                'Quo_Integration_Standard'
            ],
            alias
        ),
        loadSamplePeople(alias)
    ];
};

process.exitCode = await runScript(COMMAND, plan, process.argv.slice(2), process.env);

/** `node scripts/org/deploy.ts --org <alias>`: deploys the source to an org that is there. */
import { buildComponents } from './built.ts';
import { word, type Command } from './options.ts';
import { runScript, type Plan } from './script.ts';
import { deployIntegrationUser, deployPackage } from './steps/deploy.ts';
import { trustConnector } from './steps/trusted-site.ts';

const COMMAND: Command = {
    usage: 'node scripts/org/deploy.ts --org <alias> [options]',
    about: `Deploys the package's source and the integration user's permission set to an org. What is deployed belongs to the
org: it has no version, nothing is upgraded by itself or uninstalled as a whole, whoever may customize the org can change
it, and the next deployment puts back what they changed. Names have no namespace. The org needs Translation Workbench on
(Setup → Translation Language Settings), and makes its external client app by hand.
Compiles the components first. Safe to run twice.`,
    options: {
        org: { value: 'alias', help: 'Org to deploy to.' },
        connector: {
            value: 'url',
            help: 'Where the connector answers; its recordings are trusted. Later: trusted-site.ts.'
        }
    }
};

const plan: Plan = (options, _rest, env) => {
    const org = word(options, 'org');
    if (!org) return 'Say which org: --org <alias>.';
    const faults = options['dry-run'] ? undefined : buildComponents();
    const isTrusted = word(options, 'connector') ?? env.QUO_CONNECTOR_URL;
    return faults ?? [deployPackage(org), deployIntegrationUser(org), ...(isTrusted ? [trustConnector(org)] : [])];
};

process.exitCode = await runScript(COMMAND, plan, process.argv.slice(2), process.env);

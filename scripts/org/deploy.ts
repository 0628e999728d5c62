/** `node scripts/org/deploy.ts --org <alias>`: deploys the source to an org that is there. */
import { buildComponents } from './built.ts';
import { word, type Command } from './options.ts';
import { runScript, type Plan } from './script.ts';
import { deployIntegrationUser, deployPackage } from './steps/deploy.ts';

const COMMAND: Command = {
    usage: 'node scripts/org/deploy.ts --org <alias> [options]',
    about: `Deploys the package's source and the integration user's permission set to an org. For a customer's org install
the package instead. The org needs Translation Workbench on (Setup → Translation Language Settings).
Compiles the components first. Safe to run twice.`,
    options: {
        org: { value: 'alias', help: 'Org to deploy to.' },
        connector: { value: 'url', help: 'Where the connector answers; its recordings are trusted.' }
    }
};

const plan: Plan = (options) => {
    const org = word(options, 'org');
    if (!org) return 'Say which org: --org <alias>.';
    const faults = options['dry-run'] ? undefined : buildComponents();
    return faults ?? [deployPackage(org), deployIntegrationUser(org)];
};

process.exitCode = await runScript(COMMAND, plan, process.argv.slice(2), process.env);

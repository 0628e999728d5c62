/** `node scripts/org/deploy.ts --org <alias>`: deploys the source to an org that is there. */
import { word, type Command } from './options.ts';
import { runScript, type Plan } from './script.ts';
import { deployIntegrationUser, deployPackage } from './steps/deploy.ts';

const COMMAND: Command = {
    usage: 'node scripts/org/deploy.ts --org <alias> [options]',
    about: `Deploys the package's source and the integration user's permission set to an org. For a customer's org install
the package instead. Build the components first: npm run build:lwc. Safe to run twice.`,
    options: {
        org: { value: 'alias', help: 'Org to deploy to.' },
        connector: { value: 'url', help: 'Where the connector answers; its recordings are trusted.' },
        contact: { value: 'address', help: 'Contact of the External Client App.' }
    }
};

const plan: Plan = (options) => {
    const org = word(options, 'org');
    return org ? [deployPackage(org), deployIntegrationUser(org)] : 'Say which org: --org <alias>.';
};

process.exitCode = await runScript(COMMAND, plan, process.argv.slice(2), process.env);

/** `node scripts/org/trusted-site.ts --org <alias> --connector <url>`: recordings play on Salesforce pages. */
import { word, type Command } from './options.ts';
import { runScript, type Plan } from './script.ts';
import { trustConnector } from './steps/trusted-site.ts';

const COMMAND: Command = {
    usage: 'node scripts/org/trusted-site.ts --org <alias> --connector <url>',
    about: `Lets the org's pages play sound from the connector, and nothing else (Setup → Trusted URLs, Quo_Recordings).
Without it, links to recordings open, and the player on the page stays silent. Run it again when the connector's address
changes: the new one takes the place of the old. Safe to run twice.`,
    options: {
        org: { value: 'alias', help: 'Org in which recordings are to play.' },
        connector: { value: 'url', help: 'Where the connector answers: https://quo.example.com.' }
    }
};

const plan: Plan = (options, _rest, env) => {
    const org = word(options, 'org');
    if (!org) return 'Say which org: --org <alias>.';
    if (!word(options, 'connector') && !env.QUO_CONNECTOR_URL)
        return 'Say where the connector answers: --connector https://….';
    return [trustConnector(org)];
};

process.exitCode = await runScript(COMMAND, plan, process.argv.slice(2), process.env);

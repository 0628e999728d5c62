/** `node scripts/org/sample-people.ts --org <alias>`: people to receive calls from. */
import { word, type Command } from './options.ts';
import { runScript, type Plan } from './script.ts';
import { loadSamplePeople } from './steps/sample-people.ts';

const COMMAND: Command = {
    usage: 'node scripts/org/sample-people.ts --org <alias> [options]',
    about: `Loads accounts, contacts, leads and opportunities to try the connector with: a shared line, a number
that belongs to two people of different accounts, numbers written in many ways. Safe to run twice: they are loaded once.`,
    options: { org: { value: 'alias', help: 'Org to load them into; never a customer’s.' } }
};

const plan: Plan = (options) => {
    const org = word(options, 'org');
    return org ? [loadSamplePeople(org)] : 'Say which org: --org <alias>.';
};

process.exitCode = await runScript(COMMAND, plan, process.argv.slice(2), process.env);

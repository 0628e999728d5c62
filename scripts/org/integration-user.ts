/** `node scripts/org/integration-user.ts --org <alias> --user <username>`: the rights of the connector's user. */
import { word, type Command } from './options.ts';
import { runScript, type Plan } from './script.ts';
import { deployIntegrationUser } from './steps/deploy.ts';
import { assignPermissionSets } from './steps/permission-sets.ts';
import { giveRole } from './steps/role.ts';

const COMMAND: Command = {
    usage: 'node scripts/org/integration-user.ts --org <alias> --user <username> [options]',
    about: `For an org in which the package is installed: deploys the permission set that no package can carry (standard
objects, API Enabled) and assigns it, with the package's own, to the user that the connector signs in as. With --role it
gives that user a role too: above those who own Tasks, or Salesforce lets it change none that it gave them.
Safe to run twice.`,
    options: {
        org: { value: 'alias', help: 'Org in which the package is installed.' },
        user: { value: 'username', help: 'User that the connector signs in as.' },
        role: { value: 'name', help: 'Developer name of a role above everybody who owns Tasks.' }
    }
};

const plan: Plan = (options) => {
    const org = word(options, 'org');
    const user = word(options, 'user');
    if (!org || !user) return 'Say which org and which user: --org <alias> --user <username>.';
    const role = word(options, 'role');
    return [
        deployIntegrationUser(org),
        ...assignPermissionSets(['Quo_Integration_Standard', 'Quo_Integration'], org, user),
        ...(role === undefined ? [] : [giveRole(role, org, user)])
    ];
};

process.exitCode = await runScript(COMMAND, plan, process.argv.slice(2), process.env);

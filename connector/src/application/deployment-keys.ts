import { randomBytes } from 'node:crypto';
import type { Vault } from '../contracts/store.ts';

const OWNER = 'connector';

/** Keys that belong to no connection: links to recordings and forms of the console are signed with them. */
export type DeploymentKey = 'recording-links' | 'form-key';

/** A key that all processes share, made by the first that needs it. */
export function deploymentKey(vault: Vault, name: DeploymentKey): Promise<string> {
    return vault.exchange(OWNER, name, async (key) => key ?? newKey());
}

/** Whatever was signed with the key before is signed no more. */
export function replaceDeploymentKey(vault: Vault, name: DeploymentKey): Promise<void> {
    return vault.write(OWNER, name, newKey());
}

function newKey(): string {
    return randomBytes(32).toString('base64url');
}

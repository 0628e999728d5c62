import type { WorkspaceInbox, WorkspaceUser } from 'sandbox-day/workspace.ts';
import type { World } from '../world/world.ts';

type Json = Record<string, unknown>;

export function userShape(user: WorkspaceUser, world: World): Json & { id: string } {
    const { id, email, firstName, lastName, role } = user;
    return { id, email, firstName, lastName, pictureUrl: null, role, createdAt: world.since, updatedAt: world.since };
}

/** A member of one number. */
export function memberShape(user: WorkspaceUser, inbox: WorkspaceInbox): Json & { id: string } {
    const { id, email, firstName, lastName, role } = user;
    return { id, email, firstName, lastName, role, groupId: inbox.groupId };
}

export function membersOf(inbox: WorkspaceInbox, world: World): WorkspaceUser[] {
    return inbox.users.flatMap((name) => world.workspace.users[name] ?? []);
}

export function formatted(number: string): string {
    return number.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '($1) $2-$3');
}

const OPEN = { US: 'unrestricted', CA: 'unrestricted', Intl: 'restricted' };
export const RESTRICTIONS = { calling: OPEN, messaging: OPEN };

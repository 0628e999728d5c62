import type { OrgState } from '../org-state.ts';
import type { Access } from './access.ts';
import { queuesOf, usersBelow } from './hierarchy.ts';

/** Somebody who looks at records. */
export interface Viewer {
    readonly userId: string;
    readonly access: Access;
    /** Whether the records of an owner, a user or a queue, are theirs or somebody's below them. */
    owns(ownerId: unknown): boolean;
}

const known = new WeakMap<object, Viewer>();

/** @param who the caller of one request, during which nobody's place in the hierarchy changes */
export function viewerOf(state: OrgState, who: { readonly userId: string; readonly access: Access }): Viewer {
    const found = known.get(who);
    if (found) return found;
    let below: ReadonlySet<string> | undefined;
    let queues: ReadonlySet<string> | undefined;
    const viewer: Viewer = {
        userId: who.userId,
        access: who.access,
        owns: (ownerId) => {
            if (typeof ownerId !== 'string') return false;
            if (ownerId === who.userId) return true;
            below ??= usersBelow(state, who.userId);
            if (below.has(ownerId)) return true;
            queues ??= queuesOf(state, who.userId, below);
            return queues.has(ownerId);
        }
    };
    known.set(who, viewer);
    return viewer;
}

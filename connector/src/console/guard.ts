import type { Request } from 'express';
import { isAdminOf, isViewerOf, type User } from '../contracts/auth.ts';

/**
 * Who may ask for a route, each with whatever is asked of the ones before. A viewer sees how a connection is doing and
 * no word of anybody; an admin looks after one; the owner looks after the deployment, and thereby after every connection.
 */
export const ROLES = ['whoever is signed in', 'viewer', 'admin', 'owner'] as const;
export type Role = (typeof ROLES)[number];

/** `POST /console/:connection/forget`, as the router has it. */
export type RouteName = `${'GET' | 'POST'} /console${string}`;

/** Every route of the console, with who may ask for it. What is not in it is answered to nobody. */
export type AccessTable = Readonly<Record<RouteName, Role>>;

/** The one question of the console: may this user ask for this route, of this connection? */
export function isAllowed(role: Role | undefined, user: User, connection: string | undefined): boolean {
    if (role === undefined) return false;
    if (role === 'whoever is signed in') return connection === undefined;
    if (role === 'owner') return user.admin === 'all';
    if (connection === undefined) return false;
    return role === 'admin' ? isAdminOf(user, connection) : isViewerOf(user, connection);
}

/** What the table says of the route that a request came to. */
export function roleFor(access: AccessTable, { method, route }: Pick<Request, 'method' | 'route'>): Role | undefined {
    const { path } = route as { readonly path: unknown };
    const name = `${method === 'HEAD' ? 'GET' : method} ${String(path)}`;
    return Object.hasOwn(access, name) ? access[name as RouteName] : undefined;
}

import { Router, type Request } from 'express';
import type { WorkspaceUser } from 'sandbox-day/workspace.ts';
import type { Sandbox } from '../../sandbox.ts';
import { DATED_PAGE, datedPage } from '../page.ts';
import { userShape } from '../people-shapes.ts';
import { pathId, readQuery } from '../query.ts';
import { notFound } from '../refusal.ts';
import { inboxShape } from './phone-numbers.ts';

/** Sona is no user: `SYU…` doesn't have the prefix that these paths ask for, so it answers 400, not 404. */
export function userRoutes({ world, now }: Sandbox): Router {
    const router = Router();
    const users = Object.entries(world.workspace.users);
    const find = (request: Request): [string, WorkspaceUser] => {
        const id = pathId(request, 'userId', /^US(.*)$/);
        const user = users.find(([, one]) => one.id === id);
        if (!user) throw notFound('User');
        return user;
    };
    router.get('/users', (request, response) => {
        const query = readQuery(request, DATED_PAGE);
        response.json(
            datedPage(
                users.map(([, user]) => userShape(user, world)),
                query,
                now()
            )
        );
    });
    router.get('/users/:userId', (request, response) => {
        readQuery(request, {});
        response.json({ data: userShape(find(request)[1], world) });
    });
    router.get('/users/:userId/phone-numbers', (request, response) => {
        const query = readQuery(request, DATED_PAGE);
        const [name] = find(request);
        const own = Object.values(world.workspace.inboxes).filter((inbox) => inbox.users.includes(name));
        response.json(
            datedPage(
                own.map((inbox) => inboxShape(inbox, world.since, [])),
                query,
                now()
            )
        );
    });
    return router;
}

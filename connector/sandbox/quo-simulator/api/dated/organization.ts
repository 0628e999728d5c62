import { Router } from 'express';
import type { Sandbox } from '../../sandbox.ts';
import { readQuery } from '../query.ts';

export function organizationRoutes({ world }: Sandbox): Router {
    const router = Router();
    router.get('/organization', (request, response) => {
        readQuery(request, {});
        const { id, name } = world.workspace.organization;
        const times = { createdAt: world.since, updatedAt: world.since };
        response.json({ data: { id, name, subscriptionStatus: 'active', ...times } });
    });
    return router;
}

import type { ConsoleFeature } from '../feature.ts';
import { auditRoutes } from './audit.routes.ts';

/** Who did what. */
export const audit: ConsoleFeature = {
    tabs: [{ key: 'audit', path: '/audit' }],
    routes: auditRoutes,
    access: {
        'GET /console/audit': 'owner',
        'GET /console/:connection/audit': 'admin',
        'POST /console/:connection/audit/undo': 'admin'
    }
};

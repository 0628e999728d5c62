import type { ConsoleFeature } from '../feature.ts';
import { connectionsRoutes } from './connections.routes.ts';

/** The list of connections, and the set-up and checks of each. */
export const connections: ConsoleFeature = {
    tabs: [{ key: 'connect', path: '/connect' }],
    routes: connectionsRoutes,
    access: { 'GET /console': 'whoever is signed in', 'POST /console/connections': 'whoever sets the deployment up' }
};

import type { ConsoleFeature } from '../feature.ts';
import { connectionsRoutes } from './connections.routes.ts';

/** The list of connections, and the set-up and checks of each. */
export const connections: ConsoleFeature = {
    tabs: [{ key: 'connect', path: '/connect' }],
    routes: connectionsRoutes,
    access: {
        'GET /console': 'whoever is signed in',
        'POST /console/connections': 'owner',
        'POST /console/sign-everybody-out': 'owner',
        'GET /console/:connection/connect': 'admin',
        'POST /console/:connection/connect/salesforce': 'admin',
        // Everybody signs in through it, whichever connection is theirs.
        'POST /console/:connection/connect/app': 'owner',
        'POST /console/:connection/connect/quo': 'admin',
        'POST /console/:connection/connect/webhook': 'admin',
        'POST /console/:connection/connect/webhook-key': 'admin',
        'POST /console/:connection/connect/drop-keys': 'admin',
        'POST /console/:connection/connect/test': 'admin',
        'POST /console/:connection/connect/check': 'admin',
        'POST /console/:connection/connect/disconnect': 'admin',
        'POST /console/:connection/connect/remove': 'admin',
        'POST /console/:connection/resume': 'admin'
    }
};

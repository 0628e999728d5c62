import type { ConsoleFeature } from '../feature.ts';
import { monitoringRoutes } from './monitoring.routes.ts';

/** How a connection is doing, its activities, and what waits for a person. */
export const monitoring: ConsoleFeature = {
    tabs: [
        { key: 'health', path: '' },
        { key: 'activities', path: '/activities' },
        { key: 'parked', path: '/parked' }
    ],
    routes: monitoringRoutes,
    access: {
        'GET /console/:connection': 'viewer',
        'GET /console/:connection/flow.svg': 'viewer',
        'GET /console/:connection/activities': 'viewer',
        // Here stands what was said.
        'GET /console/:connection/activities/:activityKey': 'admin',
        'POST /console/:connection/activities/ours-again': 'admin',
        'GET /console/:connection/parked': 'admin',
        'POST /console/:connection/parked/retry': 'admin',
        'POST /console/:connection/parked/ignore': 'admin'
    }
};

import type { ConsoleFeature } from '../feature.ts';
import { listeningRoutes } from './listening.routes.ts';

/** Who may listen to recordings, and what was ended by hand. */
export const listening: ConsoleFeature = {
    tabs: [{ key: 'listening', path: '/listening' }],
    routes: listeningRoutes,
    access: {
        'GET /console/:connection/listening': 'admin',
        'POST /console/:connection/listening/call': 'admin',
        'POST /console/:connection/listening/person': 'admin',
        'POST /console/:connection/listening/all': 'admin',
        'POST /console/:connection/listening/again': 'admin'
    }
};

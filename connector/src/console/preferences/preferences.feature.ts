import type { ConsoleFeature } from '../feature.ts';
import { preferencesRoutes } from './preferences.routes.ts';

/** What an admin chooses, rehearsal, import and export. */
export const preferences: ConsoleFeature = {
    tabs: [{ key: 'preferences', path: '/preferences' }],
    routes: preferencesRoutes,
    access: {
        'GET /console/:connection/preferences': 'admin',
        'POST /console/:connection/preferences': 'admin',
        'POST /console/:connection/preferences/preview': 'admin',
        'GET /console/:connection/preferences/again': 'admin',
        'POST /console/:connection/preferences/again': 'admin',
        'GET /console/:connection/preferences/export': 'admin',
        'POST /console/:connection/preferences/import': 'admin',
        'POST /console/:connection/preferences/import/apply': 'admin',
        'GET /console/:connection/rehearsal': 'admin',
        'POST /console/:connection/rehearsal': 'admin'
    }
};

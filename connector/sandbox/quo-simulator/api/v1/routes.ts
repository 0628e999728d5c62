import { Router } from 'express';
import type { Sandbox } from '../../sandbox.ts';
import { artefactRoutes } from './artefacts.ts';
import { v1CallRoutes } from './calls.ts';
import { v1ContactRoutes } from './contacts.ts';
import { v1MessageRoutes } from './messages.ts';
import { v1WebhookRoutes } from './webhooks.ts';
import { v1ConversationRoutes, v1WorkspaceRoutes } from './workspace.ts';

/** The legacy surface: no version header, other names, and the only place that sends texts. */
export function v1Routes(sandbox: Sandbox): Router {
    const router = Router();
    router.use(v1WorkspaceRoutes(sandbox), v1ConversationRoutes(sandbox), v1ContactRoutes(sandbox));
    router.use(v1CallRoutes(sandbox), artefactRoutes(sandbox), v1MessageRoutes(sandbox), v1WebhookRoutes(sandbox));
    return router;
}

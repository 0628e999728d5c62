import { Router } from 'express';
import type { Sandbox } from '../../sandbox.ts';
import { callRoutes } from './calls.ts';
import { conversationRoutes } from './conversations.ts';
import { messageRoutes } from './messages.ts';
import { organizationRoutes } from './organization.ts';
import { phoneNumberRoutes } from './phone-numbers.ts';
import { userRoutes } from './users.ts';

/** The surface of version 2026-03-30. */
export function datedRoutes(sandbox: Sandbox, _nextWebhookId: () => string): Router {
    const router = Router();
    router.use(organizationRoutes(sandbox), phoneNumberRoutes(sandbox), userRoutes(sandbox));
    router.use(callRoutes(sandbox), messageRoutes(sandbox), conversationRoutes(sandbox));
    return router;
}

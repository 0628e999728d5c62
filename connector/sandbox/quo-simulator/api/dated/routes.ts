import { Router } from 'express';
import type { Sandbox } from '../../sandbox.ts';
import { callRoutes } from './calls.ts';
import { contactRoutes } from './contacts.ts';
import { conversationRoutes } from './conversations.ts';
import { deliveryRoutes } from './deliveries.ts';
import { messageRoutes } from './messages.ts';
import { organizationRoutes } from './organization.ts';
import { phoneNumberRoutes } from './phone-numbers.ts';
import { propertyRoutes } from './properties.ts';
import { userRoutes } from './users.ts';
import { webhookRoutes } from './webhooks.ts';

/** The surface of version 2026-03-30. */
export function datedRoutes(sandbox: Sandbox, nextWebhookId: () => string): Router {
    const router = Router();
    router.use(organizationRoutes(sandbox), phoneNumberRoutes(sandbox), userRoutes(sandbox));
    router.use(callRoutes(sandbox), messageRoutes(sandbox), conversationRoutes(sandbox));
    router.use(contactRoutes(sandbox), propertyRoutes(sandbox));
    router.use(deliveryRoutes(sandbox), webhookRoutes(sandbox, nextWebhookId));
    return router;
}

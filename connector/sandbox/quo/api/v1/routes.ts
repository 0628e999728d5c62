import { Router } from 'express';
import type { Sandbox } from '../../sandbox.ts';

export function v1Routes(_sandbox: Sandbox, _nextWebhookId: () => string): Router {
    return Router();
}

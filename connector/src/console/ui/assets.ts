import { fileURLToPath } from 'node:url';
import express, { type Router } from 'express';
import { strictRouter } from '../../web/strict-router.ts';

const ASSETS = fileURLToPath(new URL('assets', import.meta.url));
/** Styles, fonts and pictures of the Lightning Design System, as its package has them. */
const SLDS = fileURLToPath(new URL('assets', import.meta.resolve('@salesforce-ux/design-system/package.json')));
const HOUR_MS = 3_600_000;

/** Files that pages are made up with: the same for everybody, and nothing of anybody. */
export function assets(): Router {
    const router = strictRouter();
    const options = { index: false, redirect: false, dotfiles: 'ignore', maxAge: HOUR_MS } as const;
    router.use('/assets/slds', express.static(SLDS, options));
    router.use('/assets', express.static(ASSETS, options));
    return router;
}

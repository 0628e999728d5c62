import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express, { type Express, type Request, type Response } from 'express';
import path from 'node:path';
import { buildApp } from './build/app.ts';
import { ROOT } from './build/tags.ts';
import { buildVendor, type Vendor } from './build/vendor.ts';
import { choicesIn, type Choices } from './choices.ts';
import type { Markup } from './html.ts';
import { createOrgClient, type OrgClient } from './org-client.ts';
import { appPage, homePage } from './pages/home.ts';
import { layout } from './pages/layout.ts';
import { recordPage } from './pages/record.ts';
import { forward } from './forward.ts';

export interface StageOptions {
    /** The simulated org, without a slash at its end. */
    readonly orgUrl: string;
    /** 0 takes a free port. */
    readonly port?: number;
    readonly host?: string;
    /** Whose pages they are; the administrator when absent. */
    readonly username?: string;
    /** Of the package in that org. */
    readonly namespace?: string;
}

export interface RunningStage {
    readonly url: string;
    /** Ends every connection and frees the port. */
    readonly close: () => Promise<void>;
}

/** Serves pages with the real bundles, on the org's own answers. The first start builds the base components: half a minute. */
export async function startStage(options: StageOptions): Promise<RunningStage> {
    const vendor = await buildVendor();
    const app = createApp(options, vendor, await buildApp(vendor.names, options.namespace));
    const server = app.listen(options.port ?? 0, options.host ?? '127.0.0.1');
    await once(server, 'listening');
    const { address, port } = server.address() as AddressInfo;
    return {
        url: `http://${address}:${port}`,
        close: async () => {
            const closed = once(server, 'close');
            server.close();
            server.closeAllConnections();
            await closed;
        }
    };
}

function createApp(options: StageOptions, vendor: Vendor, script: string): Express {
    const app = express();
    const org = createOrgClient(options.orgUrl, options.username);
    app.disable('x-powered-by');
    files(app, vendor, script);
    app.use('/services/data', forward(options.orgUrl, org));
    const show: Show = async (response, choices, page) => {
        const { userId } = await org.session(choices.rights);
        response.type('html').send(layout({ ...page, choices, userId, importMap: vendor.importMap }));
    };
    pages(app, org, show);
    return app;
}

type Show = (response: Response, choices: Choices, page: { title: string; content: Markup }) => Promise<void>;

function pages(app: Express, org: OrgClient, show: Show): void {
    const choicesOf = (request: Request) => choicesIn(new URL(request.url, 'http://stage').searchParams);
    app.get('/', async (request, response) => {
        const choices = choicesOf(request);
        await show(response, choices, { title: 'Quo', content: await homePage(org, choices) });
    });
    app.get('/r/:id', async (request, response) => {
        const choices = choicesOf(request);
        const isNarrow = request.query['layout'] === 'narrow';
        await show(response, choices, await recordPage(org, request.params.id, choices, isNarrow));
    });
    app.get('/app/:name', async (request, response, next) => {
        const choices = choicesOf(request);
        const page = appPage(request.params.name, choices);
        if (page) await show(response, choices, page);
        else next();
    });
}

function files(app: Express, vendor: Vendor, script: string): void {
    const modules = path.join(ROOT, 'node_modules/@salesforce-ux');
    app.get('/app.js', (_request, response) => void response.type('text/javascript').send(script));
    app.get('/stage.css', (_request, response) => response.sendFile(path.join(import.meta.dirname, 'stage.css')));
    // The cache lies in a folder whose name begins with a dot.
    app.use('/vendor', express.static(vendor.dir, { dotfiles: 'allow' }));
    app.use('/slds/1', express.static(path.join(modules, 'design-system')));
    app.use('/slds/2', express.static(path.join(modules, 'design-system-2')));
    app.use('/assets/icons', express.static(path.join(modules, 'design-system/assets/icons')));
}

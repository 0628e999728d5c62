import { Router, type Request, type Response } from 'express';
import { deploy, type Deployment } from '../deploy/deployments.ts';
import { deployResult } from '../deploy/deploy-result.ts';
import { readMultipart, type Part } from '../deploy/multipart.ts';
import { readSoap, soapAnswer, soapFault, type SoapCall } from '../deploy/soap.ts';
import type { Session } from '../oauth/sessions.ts';
import { OrgError } from '../org-error.ts';
import { isOffered } from '../api/versions.ts';
import { answerError } from '../api/dispatch.ts';
import { findSession, sessionOf } from './bearer.ts';
import type { LiveOrg } from './live-org.ts';
import { send } from './send.ts';

/** Deploys by SOAP and by REST. Anything else of the Metadata API is refused. */
export function metadataRouter(live: LiveOrg): Router {
    const router = Router();
    const deployments = new Map<string, Deployment>();
    router.post(/^\/services\/Soap\/m\/\d+\.0/i, async (request: Request, response: Response) => {
        const call = readSoap(bytesOf(request).toString('utf8'));
        const version = /\/m\/([\d.]+)/i.exec(request.path)?.[1] ?? '';
        const [status, body] = isOffered(version, live.org().state.settings.apiVersion)
            ? await answerSoap(live, deployments, call)
            : [500, soapFault('UNSUPPORTED_API_VERSION', `Invalid Api version specified on URL: ${version}`)];
        response.status(status).type('text/xml').send(body);
    });
    router.post(
        '/services/data/:version/metadata/deployRequest',
        guarded(live, async (request, response) => {
            const session = findSession(live, request);
            const { zip, json } = await deployParts(request);
            const { deployOptions = {} } = JSON.parse(json.content.toString('utf8')) as {
                deployOptions?: { checkOnly?: boolean };
            };
            const done = await record(live, deployments, zip.content, deployOptions.checkOnly === true, session);
            response.status(201).json({
                id: done.id,
                validatedDeployRequestId: null,
                deployOptions,
                deployResult: resultOf(live, done, false)
            });
        })
    );
    router.get(
        '/services/data/:version/metadata/deployRequest/:id',
        guarded(live, async (request, response) => {
            findSession(live, request);
            const done = deployments.get(String(request.params.id));
            if (!done) throw new OrgError(404, 'NOT_FOUND', 'The requested resource does not exist');
            const details = request.url.includes('includeDetails=true');
            response.json({
                id: done.id,
                url: `${live.origin()}${request.path}`,
                deployResult: resultOf(live, done, details)
            });
        })
    );
    return router;
}

function bytesOf(request: Request): Buffer {
    return Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
}

/** The archive and what is said about it. @throws {OrgError} 400 when a part is missing or the body is not multipart */
async function deployParts(request: Request): Promise<{ zip: Part; json: Part }> {
    const parts = await readMultipart(bytesOf(request), request.get('content-type') ?? '').catch((error: unknown) => {
        throw new OrgError(400, 'INVALID_MULTIPART_REQUEST', (error as Error).message);
    });
    const zip = parts.find(({ name }) => name === 'file');
    const json = parts.find(({ name }) => name !== 'file');
    if (!zip || !json)
        throw new OrgError(400, 'INVALID_MULTIPART_REQUEST', 'The request needs a file part and a json part.');
    return { zip, json };
}

type Respond = (request: Request, response: Response) => Promise<void>;

function guarded(live: LiveOrg, respond: Respond): Respond {
    return async (request, response) => {
        try {
            requireVersion(request, live.org().state.settings.apiVersion);
            await respond(request, response);
        } catch (error) {
            if (!(error instanceof OrgError)) throw error;
            send(response, answerError(error));
        }
    };
}

function requireVersion(request: Request, newest: string): void {
    if (!isOffered(String(request.params.version).slice(1), newest))
        throw new OrgError(404, 'NOT_FOUND', 'The requested resource does not exist');
}

async function record(
    org: LiveOrg,
    deployments: Map<string, Deployment>,
    zip: Buffer,
    checkOnly: boolean,
    session: Session
): Promise<Deployment> {
    const done = await deploy(org.org(), zip, checkOnly, session.userId);
    deployments.set(done.id, done);
    return done;
}

function resultOf(org: LiveOrg, deployment: Deployment, details: boolean): Record<string, unknown> {
    const { state } = org.org();
    const name = state.tables.byId(state.schema, deployment.userId)?.Name;
    return deployResult(deployment, details, String(name));
}

async function answerSoap(
    org: LiveOrg,
    deployments: Map<string, Deployment>,
    call: SoapCall | undefined
): Promise<[number, string]> {
    try {
        const session = sessionOf(org, call?.sessionId);
        if (call?.name === 'deploy') {
            const zip = Buffer.from(call.argument('ZipFile') ?? '', 'base64');
            const done = await record(org, deployments, zip, call.argument('checkOnly') === 'true', session);
            return [200, soapAnswer('deploy', { done: false, id: done.id, state: 'Queued' })];
        }
        if (call?.name === 'checkDeployStatus') {
            const done = deployments.get(call.argument('asyncProcessId') ?? '');
            if (!done) return [500, soapFault('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id')];
            return [200, soapAnswer(call.name, resultOf(org, done, call.argument('includeDetails') === 'true'))];
        }
        return [500, soapFault('INVALID_OPERATION', `The simulated org does not answer ${call?.name ?? 'this'}.`)];
    } catch (error) {
        if (error instanceof OrgError) return [500, soapFault(error.errorCode, error.message)];
        return [500, soapFault('INVALID_REQUEST', (error as Error).message)];
    }
}

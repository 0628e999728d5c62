import type { RequestHandler } from 'express';
import helmet from 'helmet';

const NEVER = ["'none'"];
const OURS = ["'self'"];
/** A form that leads to Salesforce's sign-in is answered with a redirect, which browsers hold to the form's rule. */
const SALESFORCE = ['https://*.salesforce.com', 'https://*.salesforce-setup.com'];
const LOOPBACK = ['http://127.0.0.1:*', 'http://localhost:*'];

/**
 * What browsers let our pages do: styles, pictures and one small script from ourselves, and nothing else.
 *
 * @param isLoopback true on a developer's machine, where a simulated org signs people in
 */
export function securityHeaders(isLoopback: () => boolean, isSecure: () => boolean): RequestHandler {
    const policy = (): RequestHandler =>
        helmet({
            contentSecurityPolicy: {
                useDefaults: false,
                directives: {
                    defaultSrc: NEVER,
                    styleSrc: OURS,
                    imgSrc: OURS,
                    fontSrc: OURS,
                    scriptSrc: OURS,
                    mediaSrc: OURS,
                    connectSrc: OURS,
                    formAction: [...OURS, ...SALESFORCE, ...(isLoopback() ? LOOPBACK : [])],
                    frameAncestors: NEVER,
                    baseUri: NEVER,
                    ...(isSecure() ? { upgradeInsecureRequests: [] } : {})
                }
            },
            xFrameOptions: { action: 'deny' },
            referrerPolicy: { policy: 'same-origin' },
            strictTransportSecurity: isSecure()
        }) as RequestHandler;
    let made: RequestHandler | undefined;
    return (request, response, next) => {
        response.setHeader('cache-control', 'no-store');
        (made ??= policy())(request, response, next);
    };
}

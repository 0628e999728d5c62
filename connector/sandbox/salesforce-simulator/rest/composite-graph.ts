import { badRequest } from '../org-error.ts';
import { runSubrequests } from './composite.ts';
import type { Dispatch } from '../api/dispatch.ts';
import { objectOf, type Handle } from '../api/exchange.ts';
import { filledList, requireKeys } from '../api/request-shape.ts';
import { subrequestsOf, type Subrequest } from './subrequests.ts';

const GRAPHS = 75;
/** Sub-requests of all graphs together. */
const NODES = 500;

interface Graph {
    readonly graphId: string;
    readonly compositeRequest: readonly Subrequest[];
}

/** `POST /composite/graph`: every graph is done whole or not at all, whatever becomes of the others. */
export function graphHandler(dispatch: () => Dispatch): Handle {
    return (org, exchange) => {
        const body = objectOf(exchange);
        requireKeys(body, ['graphs']);
        const graphs = readGraphs(body.graphs);
        const answers = graphs.map(({ graphId, compositeRequest }) => {
            const ordered = inOrder(compositeRequest);
            const done = runSubrequests(org, exchange, dispatch(), ordered, true) as {
                referenceId: string;
                httpStatusCode: number;
            }[];
            const compositeResponse = compositeRequest.map(({ referenceId }) =>
                done.find((answer) => answer.referenceId === referenceId)
            );
            const isSuccessful = done.every(({ httpStatusCode }) => httpStatusCode < 300);
            return { graphId, graphResponse: { compositeResponse }, isSuccessful };
        });
        return { status: 200, body: { graphs: answers } };
    };
}

function readGraphs(value: unknown): Graph[] {
    const graphs = filledList(value, 'graphs').map(readGraph);
    if (graphs.length > GRAPHS) throw badRequest('LIMIT_EXCEEDED', `A request can have at most ${GRAPHS} graphs.`);
    const nodes = graphs.reduce((sum, graph) => sum + graph.compositeRequest.length, 0);
    if (nodes > NODES) throw badRequest('LIMIT_EXCEEDED', `A request can have at most ${NODES} nodes.`);
    const seen = new Set<string>();
    for (const { graphId, compositeRequest } of graphs) {
        if (typeof graphId !== 'string' || seen.has(graphId))
            throw badRequest('INVALID_INPUT', `Duplicate or missing graphId: ${graphId}`);
        seen.add(graphId);
        const outside = compositeRequest.find(({ url }) => !/\/sobjects\//.test(url) || /composite\//.test(url));
        if (outside) throw badRequest('INVALID_INPUT', `Only sObject resources are allowed in a graph: ${outside.url}`);
    }
    return graphs;
}

function readGraph(json: Record<string, unknown>): Graph {
    requireKeys(json, ['graphId', 'compositeRequest']);
    return { graphId: json.graphId as string, compositeRequest: subrequestsOf(json.compositeRequest) };
}

/** Nodes may refer to nodes that stand after them: those go first. @throws {OrgError} when they go round in a circle */
function inOrder(requests: readonly Subrequest[]): Subrequest[] {
    const left = [...requests];
    const ordered: Subrequest[] = [];
    const isReady = (request: Subrequest): boolean =>
        left.every(
            ({ referenceId }) =>
                referenceId === request.referenceId || !JSON.stringify(request).includes(`@{${referenceId}.`)
        );
    while (left.length > 0) {
        const next = left.findIndex(isReady);
        if (next < 0) throw badRequest('INVALID_INPUT', 'The graph has a circular dependency.');
        ordered.push(...left.splice(next, 1));
    }
    return ordered;
}

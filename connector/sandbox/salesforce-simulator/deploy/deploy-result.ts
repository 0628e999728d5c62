import { formatDateTime } from '../rules/values/dates.ts';
import type { Component } from './check-components.ts';
import { succeeded, type Deployment } from './deployments.ts';

type Json = Record<string, unknown>;

/** What both protocols tell about a deploy. */
export function deployResult(deployment: Deployment, includeDetails: boolean, userName: string): Json {
    const failures = deployment.components.filter(({ problems }) => problems.length > 0);
    const date = formatDateTime(deployment.at).replace('+0000', 'Z');
    const success = succeeded(deployment);
    return {
        checkOnly: deployment.checkOnly,
        completedDate: date,
        createdBy: deployment.userId,
        createdByName: userName,
        createdDate: date,
        ...(includeDetails ? { details: details(deployment, date) } : {}),
        done: true,
        id: deployment.id,
        ignoreWarnings: false,
        lastModifiedDate: date,
        numberComponentErrors: failures.length,
        numberComponentsDeployed: success ? deployment.components.length : 0,
        numberComponentsTotal: deployment.components.length,
        numberTestErrors: 0,
        numberTestsCompleted: 0,
        numberTestsTotal: 0,
        rollbackOnError: true,
        runTestsEnabled: false,
        startDate: date,
        status: success ? 'Succeeded' : 'Failed',
        success
    };
}

function details(deployment: Deployment, date: string): Json {
    const success = (component: Component): Json => ({
        changed: true,
        componentType: component.type,
        created: false,
        createdDate: date,
        deleted: false,
        fileName: component.file,
        fullName: component.fullName,
        success: true,
        warning: false
    });
    const failures = deployment.components.flatMap((component) =>
        component.problems.map((problem) => ({
            ...success(component),
            changed: false,
            problem,
            problemType: 'Error',
            success: false
        }))
    );
    return {
        componentFailures: failures,
        componentSuccesses: deployment.components.filter(({ problems }) => problems.length === 0).map(success),
        runTestResult: { numFailures: 0, numTestsRun: 0, totalTime: 0 }
    };
}

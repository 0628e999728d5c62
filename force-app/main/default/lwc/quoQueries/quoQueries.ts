/**
 * The text of every query, and nothing else. Fields are given plain aliases, so that what comes back reads alike with
 * and without a namespace. Values are written as JSON strings, which GraphQL reads the same way.
 */
export type { Branches, LeftOut } from './timeline';
export { leftOutOf, timelineQuery } from './timeline';
export type { Moment, Scope } from './timelineFilters';
export { periodStart, planSona, planTasks } from './timelineFilters';
export { answersQuery } from './sonaAnswers';
export { transcriptQuery } from './transcript';
export { connectionsQuery } from './connections';
export { unmatchedQuery } from './unmatchedActivities';
export { peopleQuery, usersQuery } from './recordSearch';

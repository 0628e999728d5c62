import { enableCompileCache } from 'node:module';

// Every test file is a process of its own, and half of what it costs is reading the same libraries and types again.
enableCompileCache();

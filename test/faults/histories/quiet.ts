/** Imported before any handler: thousands of histories are no place for the functions' own log and metrics. */
process.env.POWERTOOLS_LOG_LEVEL = 'SILENT';
process.env.POWERTOOLS_METRICS_DISABLED = 'true';

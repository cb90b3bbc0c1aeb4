/** Made from the OpenAPI document by `npm run client:types`; not to be changed by hand. */

export interface paths {
    "/docs": {
        /** This reference (tài liệu) */
        get: operations["getDocs"];
    };
    "/docs/{file}": {
        /** What the reference is shown with */
        get: operations["getDocsFile"];
    };
    "/docs/problems": {
        /** Every code of a problem (các mã lỗi) */
        get: operations["getProblems"];
    };
    "/healthz": {
        /** Whether it serves */
        get: operations["getHealth"];
    };
    "/v1/analysis/{file}": {
        /** An analysis as CSV */
        get: operations["getAnalysisAsCsv"];
    };
    "/v1/analysis/decomposition": {
        /** What a change of the total is made of (phân rã thay đổi) */
        get: operations["getDecomposition"];
    };
    "/v1/analysis/gap": {
        /** How far a unit is from a target (khoảng cách tới mục tiêu) */
        get: operations["getGap"];
    };
    "/v1/analysis/movers": {
        /** How every unit moved between two periods (biến động) */
        get: operations["getMovers"];
    };
    "/v1/analysis/peers": {
        /** A unit among those that it is compared with (nhóm so sánh) */
        get: operations["getPeers"];
    };
    "/v1/analysis/robustness": {
        /** The ranks that each unit could have had (độ vững của thứ hạng) */
        get: operations["getRobustness"];
    };
    "/v1/analysis/what-if": {
        /** The ranking if some components were others (giả định) */
        get: operations["getWhatIf"];
    };
    "/v1/audit": {
        /** Who wrote what, newest first (nhật ký) */
        get: operations["getAudit"];
    };
    "/v1/calendar": {
        /** Releases to come (lịch công bố) */
        get: operations["getCalendar"];
    };
    "/v1/calendar.ics": {
        /** The same as a calendar to subscribe to */
        get: operations["getCalendarFile"];
    };
    "/v1/changes": {
        /** What each publication changed (thay đổi) */
        get: operations["getChanges"];
    };
    "/v1/changes.csv": {
        /** Changes as CSV, one changed row a line */
        get: operations["getChangesAsCsv"];
    };
    "/v1/config": {
        /** Limits, languages, formats, and where the data stands (cấu hình) */
        get: operations["getConfig"];
    };
    "/v1/drafts/{index}/{period}": {
        /** Every revision of a release (các bản, kể cả dự thảo) */
        get: operations["listDrafts"];
    };
    "/v1/drafts/{index}/{period}/{revision}": {
        /** One revision: rows, findings, acknowledgements */
        get: operations["getDraft"];
    };
    "/v1/drafts/{index}/{period}/{revision}/diff": {
        /** A revision against what is published, cell by cell (so sánh) */
        get: operations["getDraftDiff"];
    };
    "/v1/drafts/{index}/{period}/{revision}/ranking": {
        /** How a revision would rank (xếp hạng thử) */
        get: operations["getDraftRanking"];
    };
    "/v1/exports/{file}": {
        /** A list as a workbook, or what its columns mean */
        get: operations["getListFile"];
    };
    "/v1/exports/analysis/{file}": {
        /** An analysis as a workbook, or what its columns mean */
        get: operations["getAnalysisFile"];
    };
    "/v1/exports/annexes/{index}/{file}": {
        /** Annex to a notice: the whole ranking (phụ lục xếp hạng) */
        get: operations["getAnnex"];
    };
    "/v1/exports/indices/{file}": {
        /** Everything of an index in one file (tải toàn bộ một chỉ số) */
        get: operations["getIndexFile"];
    };
    "/v1/exports/notices/{index}/{file}": {
        /** Notice of the results of a release (thông báo kết quả) */
        get: operations["getNotice"];
    };
    "/v1/exports/rankings/{index}/{file}": {
        /** A ranking as a workbook, or what its columns mean */
        get: operations["getRankingFile"];
    };
    "/v1/exports/unit-reports/{index}/{file}": {
        /** Report on one unit (báo cáo phân tích) */
        get: operations["getUnitReport"];
    };
    "/v1/indices": {
        /** All indices (danh mục chỉ số) */
        get: operations["listIndices"];
    };
    "/v1/indices.csv": {
        /** All indices as CSV */
        get: operations["listIndicesAsCsv"];
    };
    "/v1/indices/{index}": {
        /** One index with its methodologies */
        get: operations["getIndex"];
        /** Add or change an index */
        put: operations["putIndex"];
    };
    "/v1/indices/{index}/layouts/{layout}": {
        /** Add or change how a publisher's tables are read (bố cục bảng) */
        put: operations["putLayout"];
    };
    "/v1/indices/{index}/methodologies/{methodology}": {
        /** A methodology (bộ tiêu chí, phương pháp) */
        get: operations["getMethodology"];
        /** Add a methodology, or a new version of one */
        put: operations["putMethodology"];
    };
    "/v1/openapi.json": {
        /** This document */
        get: operations["getOpenApi"];
    };
    "/v1/rankings/{index}/{period}": {
        /** Ranking of a release (bảng xếp hạng) */
        get: operations["getRanking"];
    };
    "/v1/releases": {
        /** Releases and their state (đợt công bố) */
        get: operations["listReleases"];
    };
    "/v1/releases.csv": {
        /** Releases as CSV */
        get: operations["listReleasesAsCsv"];
    };
    "/v1/releases/{index}/{period}": {
        /** Where a release comes from, and every publication of it */
        get: operations["getRelease"];
        /** Send a release file: it becomes a draft (nộp tệp số liệu) */
        put: operations["putRelease"];
    };
    "/v1/releases/{index}/{period}/embargo": {
        /** What waits is not published by itself any more (huỷ hẹn giờ) */
        delete: operations["cancelEmbargo"];
    };
    "/v1/releases/{index}/{period}/revisions/{revision}/acknowledge": {
        /** Accept warnings of a draft, with a reason (xác nhận cảnh báo) */
        post: operations["acknowledgeWarnings"];
    };
    "/v1/releases/{index}/{period}/revisions/{revision}/publish": {
        /** Make a revision official, now or at a time (công bố) */
        post: operations["publishRevision"];
    };
    "/v1/releases/{index}/{period}/scores": {
        /** Correct what is published (đính chính) */
        patch: operations["correctScores"];
    };
    "/v1/releases/{index}/{period}/template.xlsx": {
        /** A workbook to fill in (biểu mẫu) */
        get: operations["getTemplate"];
    };
    "/v1/releases/{index}/{period}/withdraw": {
        /** Nothing of it is official any more (thu hồi) */
        post: operations["withdrawRelease"];
    };
    "/v1/releases/recognise": {
        /** Which releases a file holds; writes nothing (nhận dạng tệp) */
        post: operations["recogniseFile"];
    };
    "/v1/series": {
        /** Scores and ranks of some units over time (chuỗi số liệu) */
        get: operations["getSeries"];
    };
    "/v1/series.csv": {
        /** Series as CSV, long or with periods as columns */
        get: operations["getSeriesAsCsv"];
    };
    "/v1/sources": {
        /** Sources and what came of their last checks (nguồn) */
        get: operations["listSources"];
    };
    "/v1/sources/{source}": {
        /** Add or change a source */
        put: operations["putSource"];
    };
    "/v1/sources/{source}/fetch": {
        /** Look at a source now */
        post: operations["fetchSource"];
    };
    "/v1/targets/{unit}": {
        /** Plans of a unit (các kế hoạch) */
        get: operations["listPlans"];
    };
    "/v1/targets/{unit}/{period}": {
        /** A plan and its progress (kế hoạch và tiến độ) */
        get: operations["getTargets"];
        /** Write a plan (ghi kế hoạch): JSON, or the sheet as XLSX or CSV */
        put: operations["putTargets"];
    };
    "/v1/unit-sets": {
        /** All unit sets (tập đơn vị) */
        get: operations["listUnitSets"];
    };
    "/v1/unit-sets/{set}": {
        /** Add a unit set, or a new version of one */
        put: operations["putUnitSet"];
    };
    "/v1/unit-sets/{set}/units/{unit}": {
        /** Add or change one unit of a set */
        put: operations["putUnit"];
    };
    "/v1/units": {
        /** Units of a set (đơn vị) */
        get: operations["listUnits"];
    };
    "/v1/units.csv": {
        /** Units of a set as CSV */
        get: operations["listUnitsAsCsv"];
    };
    "/v1/units/{unit}": {
        /** A unit, what it came from and what became of it */
        get: operations["getUnit"];
    };
    "/v1/units/{unit}/profile": {
        /** One unit in every index (hồ sơ đơn vị) */
        get: operations["getProfile"];
    };
    "/v1/units/resolve": {
        /** The unit that a name means (đối chiếu tên đơn vị) */
        get: operations["resolveUnit"];
    };
    "/v1/uploads": {
        /** Where to PUT a file that is too large for a body (tải tệp lớn) */
        post: operations["createUpload"];
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AcknowledgeAnswer: {
            data: {
                actor: string;
                at: string;
                edition: string;
                index: string;
                period: string;
                reason: string;
                revision: number;
                rule: string;
                unit_set: string;
            }[];
            meta: {
                findings: components["schemas"]["Finding"][];
                open: string[];
            };
            next: null;
        };
        AcknowledgeBody: {
            reason: string;
            rules: string[];
        };
        AuditAnswer: {
            data: components["schemas"]["AuditRow"][];
            meta: {
                since: string;
                until: string;
            };
            next: string | null;
        };
        AuditRow: {
            action: string;
            actor: string;
            after: {
                [key: string]: string | number | null;
            } | null;
            at: string;
            before: {
                [key: string]: string | number | null;
            } | null;
            entry: number | null;
            reason: string | null;
            request_id: string;
            revision: number | null;
            target: string;
        };
        CalendarAnswer: {
            data: components["schemas"]["CalendarRow"][];
            meta: Record<string, never>;
            next: null;
        };
        CalendarRow: {
            /** @enum {string} */
            certainty: "confirmed" | "derived" | "unknown";
            index: string;
            index_name: string;
            latest_period: string | null;
            next_expected: {
                from: string;
                overdue: boolean;
                period: string;
                to: string;
            } | null;
            published_on: string | null;
            source: string | null;
            unit_set: string | null;
        };
        Change: {
            /** @enum {string} */
            action: "published" | "revised" | "withdrawn" | "unknown";
            at: string;
            /** @enum {string} */
            cause: "publish" | "correct" | "rollback" | "withdraw" | "methodology";
            edition: string;
            entry: number;
            id: number;
            index: string;
            period: string;
            periods: string[];
            reason: string | null;
            revision: number | null;
            revision_before: number | null;
            rows: components["schemas"]["ChangedRow"][];
            rows_changed: number;
            unit_set: string;
        };
        ChangedRow: {
            component: string;
            grade_published: string | null;
            grade_published_before: string | null;
            group: string;
            rank: number | null;
            rank_before: number | null;
            rank_published: number | null;
            rank_published_before: number | null;
            score: number | null;
            score_before: number | null;
            unit: string;
        };
        ChangesAnswer: {
            data: components["schemas"]["Change"][];
            meta: {
                last: number;
                since: number;
            };
            next: string | null;
        };
        Column: {
            description_en: string;
            description_vi: string;
            /** @enum {string} */
            kind: "text" | "code" | "number" | "flag" | "date" | "time" | "list";
            name: string;
            name_en: string;
            name_vi: string;
            nullable: boolean;
            unit: ("point" | "percent" | "place" | "unit" | "row") | null;
        };
        ColumnsAnswer: {
            data: components["schemas"]["Column"][];
            meta: {
                citation: string | null;
                encoding: string;
                list_separator: string;
                methodologies: {
                    decimals: number;
                    /** @enum {string} */
                    direction: "higher-is-better" | "lower-is-better";
                    facts: {
                        [key: string]: {
                            /** @enum {string} */
                            certainty: "confirmed" | "derived" | "unknown";
                            source: string;
                        };
                    };
                    methodology: string;
                    name_en: string;
                    name_vi: string;
                    tie_decimals: number | null;
                    version: number;
                }[];
                missing: string;
                notes: string[];
                publication: {
                    at: string;
                    /** @enum {string} */
                    cause: "publish" | "correct" | "rollback" | "withdraw" | "methodology" | "draft";
                    entry: number;
                    reason: string | null;
                    revision: number;
                } | null;
                releases: components["schemas"]["ReleaseSummary"][];
                reuse: {
                    en: string;
                    vi: string;
                };
                rows: number;
                source: components["schemas"]["Source"] | null;
                /** @enum {string} */
                table: "rankings" | "series" | "releases" | "units" | "indices" | "changes" | "decomposition" | "gap" | "what-if" | "movers" | "peers" | "robustness";
            };
            next: null;
        };
        ConfigAnswer: {
            data: {
                changes: string;
                citation: string;
                csv_layouts: string[];
                csv_profiles: string[];
                data_revision: number;
                default_language: string;
                formats: string[];
                gateway_answers: {
                    body: {
                        message: string;
                    } | null;
                    content_type: string | null;
                    header: string | null;
                    status: number;
                    when: string;
                }[];
                languages: string[];
                licence: string;
                limits: {
                    [key: string]: number;
                };
                openapi: string;
                problems: string;
                retired: {
                    deprecated: string;
                    parameter?: string;
                    route: string;
                    successor: string;
                    sunset: string;
                }[];
                sign_in: {
                    authorization_endpoint: string;
                    client_id: string;
                    end_session_endpoint: string;
                    scope: string;
                    token_endpoint: string;
                } | null;
                throttle: {
                    burst: number;
                    requests_per_second: number;
                };
                unit_sets_in_force: string[];
            }[];
            meta: Record<string, never>;
            next: null;
        };
        CorrectionAnswer: {
            data: {
                at: string;
                /** @enum {string} */
                cause: "publish" | "correct" | "rollback" | "withdraw" | "methodology";
                change: number;
                edition: string;
                entry: number;
                index: string;
                period: string;
                reason: string | null;
                revision: number | null;
                unit_set: string;
            }[];
            meta: {
                base_entry: number | null;
                findings?: components["schemas"]["Finding"][];
                revision?: number;
                /** @enum {string} */
                status: "draft" | "published" | "withdrawn";
            };
            next: null;
        };
        CorrectionBody: {
            reason: string;
            scores: {
                component?: string;
                grade_published?: string | null;
                note?: string | null;
                rank_claimed?: number | null;
                rank_published?: number | null;
                reason?: ("withheld" | "not-surveyed" | "not-applicable" | "unknown") | null;
                score?: number | null;
                source?: string | null;
                /** @enum {string} */
                stage?: "self" | "appraisal-1" | "appraisal-2" | "result";
                /** @enum {string} */
                status?: "A" | "E" | "P" | "M" | "Q";
                unit: string;
            }[];
        };
        DatedUnit: {
            aliases: string[];
            changes?: {
                kind?: string;
                name_en?: string;
                name_vi?: string;
                on: string;
                source: string;
            }[];
            groups: string[];
            iso_3166_2?: string;
            kind?: string;
            name_en: string;
            name_vi: string;
            tile?: [
                number,
                number
            ];
            unit: string;
            unit_set: string;
            valid_from: string | null;
            valid_to: string | null;
        };
        DecompositionAnswer: {
            data: components["schemas"]["DecompositionRow"][];
            meta: {
                against: {
                    /** @enum {string} */
                    kind: "period" | "unit" | "median" | "leader";
                    period: string;
                    unit: string | null;
                    unit_name: string | null;
                };
                /** @constant */
                certainty: "derived";
                citation: string;
                decimals: number;
                degraded: string | null;
                methodology: {
                    methodology: string;
                    version: number;
                };
                methodology_before: {
                    methodology: string;
                    version: number;
                } | null;
                not_compared: {
                    component: string;
                    component_name: string;
                    reason: string;
                }[];
                notes: string[];
                publication: {
                    at: string;
                    /** @enum {string} */
                    cause: "publish" | "correct" | "rollback" | "withdraw" | "methodology" | "draft";
                    entry: number;
                    reason: string | null;
                    revision: number;
                };
                publication_before: {
                    at: string;
                    /** @enum {string} */
                    cause: "publish" | "correct" | "rollback" | "withdraw" | "methodology" | "draft";
                    entry: number;
                    reason: string | null;
                    revision: number;
                } | null;
                rank_change: components["schemas"]["RankChange"] | null;
                sentences: string[];
                source: components["schemas"]["Source"];
                tie_rule: string;
                total: {
                    difference: number | null;
                    explained: number;
                    reference_score: number | null;
                    residual: number | null;
                    score: number | null;
                } | null;
                unit: string;
                unit_name: string;
                unit_set_version: number;
                weights: components["schemas"]["Weights"];
            };
            next: null;
        };
        DecompositionRow: {
            against: string;
            coefficient: number | null;
            component: string | null;
            component_name: string | null;
            contribution: number | null;
            difference: number | null;
            edition: string;
            group: string;
            index: string;
            /** @enum {string} */
            line: "component" | "residual" | "total";
            methodology: string;
            period: string;
            reference_score: number | null;
            revision: number;
            score: number | null;
            unit: string;
            unit_name: string;
            unit_set: string;
        };
        DiffAnswer: {
            data: {
                after: {
                    grade_published: string | null;
                    note: string | null;
                    rank_claimed: number | null;
                    rank_published: number | null;
                    reason: ("withheld" | "not-surveyed" | "not-applicable" | "unknown") | null;
                    score: number | null;
                    source: string | null;
                    /** @enum {string} */
                    status: "A" | "E" | "P" | "M" | "Q";
                } | null;
                before: {
                    grade_published: string | null;
                    note: string | null;
                    rank_claimed: number | null;
                    rank_published: number | null;
                    reason: ("withheld" | "not-surveyed" | "not-applicable" | "unknown") | null;
                    score: number | null;
                    source: string | null;
                    /** @enum {string} */
                    status: "A" | "E" | "P" | "M" | "Q";
                } | null;
                /** @enum {string} */
                change: "added" | "removed" | "changed";
                component: string;
                edition: string;
                index: string;
                period: string;
                stage: string;
                unit: string;
                unit_set: string;
            }[];
            meta: {
                added: number;
                against: number | null;
                changed: number;
                removed: number;
                revision: number;
            };
            next: null;
        };
        DraftAnswer: {
            data: {
                component: string;
                edition: string;
                grade_published: string | null;
                index: string;
                note: string | null;
                period: string;
                rank_claimed: number | null;
                rank_published: number | null;
                reason: ("withheld" | "not-surveyed" | "not-applicable" | "unknown") | null;
                revision: number;
                score: number | null;
                source: string | null;
                /** @enum {string} */
                stage: "self" | "appraisal-1" | "appraisal-2" | "result";
                /** @enum {string} */
                status: "A" | "E" | "P" | "M" | "Q";
                unit: string;
                unit_set: string;
            }[];
            meta: {
                acknowledgements: {
                    actor?: string;
                    at?: string;
                    reason: string;
                    rule: string;
                }[];
                actor: string;
                announcement: {
                    component_extents: {
                        [key: string]: "complete" | "top" | "partial";
                    };
                    derived: {
                        [key: string]: string;
                    };
                    /** @enum {string} */
                    extent: "complete" | "top" | "partial";
                    grade_counts: {
                        [key: string]: {
                            [key: string]: number;
                        };
                    };
                    population: {
                        [key: string]: number;
                    };
                };
                base_entry: number;
                /** @enum {string} */
                cause: "upload" | "correction";
                errors: number;
                findings: components["schemas"]["Finding"][];
                methodology: string;
                reason: string | null;
                recorded_at: string;
                revision: number;
                rows: number;
                sha256: string;
                source: components["schemas"]["Source"];
                warnings: number;
            };
            next: string | null;
        };
        DraftRankingAnswer: {
            data: components["schemas"]["RankingRow"][];
            meta: {
                change: {
                    against: string | null;
                    verdict: ("comparable" | "rank-only" | "not-comparable") | null;
                    withheld: string | null;
                };
                citation: string;
                claims: {
                    rank_claimed: number;
                    source: string;
                    unit: string;
                }[];
                component_name: string;
                computed: boolean;
                coverage: {
                    [key: string]: {
                        population: number | null;
                        rank_of: number | null;
                        scored: number;
                    };
                };
                decimals: number;
                degraded: string | null;
                /** @enum {string} */
                extent: "complete" | "top" | "partial";
                grade_counts: {
                    [key: string]: {
                        [key: string]: number;
                    } | null;
                };
                methodology: {
                    methodology: string;
                    version: number;
                };
                notes: string[];
                publication: {
                    at: string;
                    /** @enum {string} */
                    cause: "publish" | "correct" | "rollback" | "withdraw" | "methodology" | "draft";
                    entry: number;
                    reason: string | null;
                    revision: number;
                };
                score_notes: {
                    note: string | null;
                    source: string | null;
                    unit: string;
                }[];
                source: components["schemas"]["Source"];
                /** @constant */
                status: "draft";
                tie_rule: string;
                unit_set_version: number;
                unranked: {
                    [key: string]: {
                        [key: string]: number;
                    };
                };
            };
            next: null;
        };
        DraftsAnswer: {
            data: {
                actor: string;
                base_entry: number;
                /** @enum {string} */
                cause: "upload" | "correction";
                edition: string;
                errors: number;
                index: string;
                methodology: string;
                period: string;
                reason: string | null;
                recorded_at: string;
                revision: number;
                sha256: string;
                source: components["schemas"]["Source"];
                /** @enum {string} */
                status: "published" | "superseded" | "draft";
                unit_set: string;
                warnings: number;
            }[];
            meta: {
                embargo: {
                    actor: string;
                    base: number;
                    message: string | null;
                    publish_at: string;
                    reason: string | null;
                    release: {
                        edition: string;
                        index: string;
                        period: string;
                        unit_set: string;
                    };
                    request_id: string;
                    revision: number;
                    /** @enum {string} */
                    state: "waiting" | "published" | "failed" | "cancelled";
                } | null;
                entry: number;
            };
            next: null;
        };
        EmbargoAnswer: {
            data: {
                actor: string;
                base: number;
                edition: string;
                index: string;
                message: string | null;
                period: string;
                publish_at: string;
                reason: string | null;
                request_id: string;
                revision: number;
                /** @enum {string} */
                state: "waiting" | "published" | "failed" | "cancelled";
                unit_set: string;
            }[];
            meta: {
                /** @enum {string} */
                status: "waiting" | "published" | "failed" | "cancelled";
            };
            next: null;
        };
        EveryComponentMeta: {
            citation: string;
            components: {
                [key: string]: {
                    change: {
                        against: string | null;
                        verdict: ("comparable" | "rank-only" | "not-comparable") | null;
                        withheld: string | null;
                    };
                    claims: {
                        rank_claimed: number;
                        source: string;
                        unit: string;
                    }[];
                    component_name: string;
                    computed: boolean;
                    coverage: {
                        [key: string]: {
                            population: number | null;
                            rank_of: number | null;
                            scored: number;
                        };
                    };
                    degraded: string | null;
                    /** @enum {string} */
                    extent: "complete" | "top" | "partial";
                    grade_counts: {
                        [key: string]: {
                            [key: string]: number;
                        } | null;
                    };
                    notes: string[];
                    score_notes: {
                        note: string | null;
                        source: string | null;
                        unit: string;
                    }[];
                    unranked: {
                        [key: string]: {
                            [key: string]: number;
                        };
                    };
                };
            };
            decimals: number;
            methodology: {
                methodology: string;
                version: number;
            };
            next_cursor?: string | null;
            publication: {
                at: string;
                /** @enum {string} */
                cause: "publish" | "correct" | "rollback" | "withdraw" | "methodology" | "draft";
                entry: number;
                reason: string | null;
                revision: number;
            };
            source: components["schemas"]["Source"];
            tie_rule: string;
            unit_set_version: number;
        };
        FetchAnswer: {
            data: components["schemas"]["ScheduledSource"][];
            meta: {
                /** @enum {string} */
                outcome: "checking" | "drafted" | "unchanged" | "not-modified" | "rejected" | "not-fetched" | "failed";
            };
            next: null;
        };
        Finding: {
            column: string | null;
            component?: string;
            message: string;
            row: number | null;
            rule: string;
            /** @enum {string} */
            severity: "error" | "warning" | "info";
            sheet: string | null;
            /** @enum {string} */
            stage?: "self" | "appraisal-1" | "appraisal-2" | "result";
            unit?: string;
            value: string | number | null;
        };
        GapAnswer: {
            data: components["schemas"]["GapRow"][];
            meta: {
                /** @constant */
                certainty: "derived";
                citation: string;
                current: {
                    grade: string | null;
                    rank: number | null;
                    rank_of: number | null;
                    score: number | null;
                };
                decimals: number;
                degraded: string | null;
                methodology: {
                    methodology: string;
                    version: number;
                };
                notes: string[];
                publication: {
                    at: string;
                    /** @enum {string} */
                    cause: "publish" | "correct" | "rollback" | "withdraw" | "methodology" | "draft";
                    entry: number;
                    reason: string | null;
                    revision: number;
                };
                sentences: string[];
                source: components["schemas"]["Source"];
                target: {
                    points: number | null;
                    rank_reached: number | null;
                    reached: boolean;
                    reference_unit: string | null;
                    reference_unit_name: string | null;
                    required_score: number | null;
                    target: string;
                };
                tie_rule: string;
                unit: string;
                unit_name: string;
                unit_set_version: number;
                weights: components["schemas"]["Weights"];
            };
            next: null;
        };
        GapRow: {
            best_score: number | null;
            change_alone: number | null;
            coefficient: number;
            component: string;
            component_name: string;
            edition: string;
            group: string;
            index: string;
            methodology: string;
            period: string;
            points_lost: number | null;
            possible: boolean | null;
            revision: number;
            score: number | null;
            score_alone: number | null;
            target: string;
            unit: string;
            unit_name: string;
            unit_set: string;
        };
        GatewayError: {
            message: string;
        };
        Health: {
            /** @constant */
            status: "ok";
        };
        IndexAnswer: {
            data: components["schemas"]["IndexRow"][];
            meta: {
                methodologies: components["schemas"]["MethodologySummary"][];
            };
            next: null;
        };
        IndexBody: {
            calendar: {
                /** @enum {string} */
                certainty: "confirmed" | "derived" | "unknown";
                lag_years: number;
                month_from: number;
                month_to: number;
                source: string;
                source_en?: string;
            } | null;
            index: string;
            /** @enum {string} */
            level: "province" | "inside-province";
            name_en: string;
            name_vi: string;
            publisher_en: string;
            publisher_vi: string;
        };
        IndexRow: {
            calendar: {
                /** @enum {string} */
                certainty: "confirmed" | "derived" | "unknown";
                lag_years: number;
                month_from: number;
                month_to: number;
                source: string;
                source_en?: string;
            } | null;
            index: string;
            /** @enum {string} */
            level: "province" | "inside-province";
            name_en: string;
            name_vi: string;
            publisher_en: string;
            publisher_vi: string;
            version: number;
        };
        IndicesAnswer: {
            data: components["schemas"]["IndexRow"][];
            meta: {
                next_cursor?: string | null;
            };
            next: string | null;
        };
        LayoutBody: {
            columns: {
                column?: string;
                component: string;
                /** @enum {string} */
                figure?: "score" | "rank_published" | "grade_published";
                headers?: string[];
            }[];
            ignored?: string[];
            index: string;
            layout: string;
            name_en: string;
            name_vi: string;
            publisher?: string | null;
            source: string;
            tails?: string[];
            titles?: string[];
            unit_set?: string;
        };
        LogEntry: {
            at: string;
            /** @enum {string} */
            cause: "publish" | "correct" | "rollback" | "withdraw" | "methodology";
            change: number;
            entry: number;
            reason: string | null;
            revision: number | null;
        };
        MethodologyAnswer: {
            data: components["schemas"]["MethodologyRow"][];
            meta: Record<string, never>;
            next: null;
        };
        MethodologyBody: {
            aggregation: {
                factor: number;
                /** @enum {string} */
                kind: "weighted-sum" | "sum" | "points" | "unknown";
            };
            calendar?: {
                /** @enum {string} */
                certainty: "confirmed" | "derived" | "unknown";
                lag_years: number;
                month_from: number;
                month_to: number;
                source: string;
                source_en?: string;
            };
            comparisons: {
                components: string[] | null;
                reason_en: string;
                reason_vi: string;
                /** @enum {string} */
                verdict: "comparable" | "rank-only" | "not-comparable";
                with: string;
            }[];
            components: {
                component: string;
                groups?: string[];
                maxima?: {
                    [key: string]: number;
                };
                maximum: number | null;
                minimum: number | null;
                name_en: string;
                name_vi: string;
                parent: string | null;
                /** @enum {string} */
                part?: "appraised" | "survey" | "bonus" | "penalty";
                weight: number | null;
            }[];
            decimals: number;
            /** @enum {string} */
            direction: "higher-is-better" | "lower-is-better";
            facts: {
                [key: string]: {
                    /** @enum {string} */
                    certainty: "confirmed" | "derived" | "unknown";
                    source: string;
                };
            };
            grades: {
                bands: {
                    from: number | null;
                    grade: string;
                    name_en: string;
                }[];
                group: string;
            }[];
            /** @enum {string} */
            grading: "thresholds" | "quartiles" | "yearly-groups" | "none" | "unknown";
            index: string;
            methodology: string;
            name_en: string;
            name_vi: string;
            period_from: string;
            period_to: string | null;
            publisher_ranks: boolean;
            /** @enum {string} */
            rank_by: "score" | "percent";
            ranked_groups: string[];
            stages: ("self" | "appraisal-1" | "appraisal-2")[];
            tie_decimals: number | null;
            top_only: {
                count: number;
                from: string;
            } | null;
            unit_set: string | null;
        };
        MethodologyRow: {
            aggregation: {
                factor: number;
                /** @enum {string} */
                kind: "weighted-sum" | "sum" | "points" | "unknown";
            };
            calendar?: {
                /** @enum {string} */
                certainty: "confirmed" | "derived" | "unknown";
                lag_years: number;
                month_from: number;
                month_to: number;
                source: string;
                source_en?: string;
            };
            comparisons: {
                components: string[] | null;
                reason_en: string;
                reason_vi: string;
                /** @enum {string} */
                verdict: "comparable" | "rank-only" | "not-comparable";
                with: string;
            }[];
            components: {
                component: string;
                groups?: string[];
                maxima?: {
                    [key: string]: number;
                };
                maximum: number | null;
                minimum: number | null;
                name_en: string;
                name_vi: string;
                parent: string | null;
                /** @enum {string} */
                part?: "appraised" | "survey" | "bonus" | "penalty";
                weight: number | null;
            }[];
            decimals: number;
            /** @enum {string} */
            direction: "higher-is-better" | "lower-is-better";
            facts: {
                [key: string]: {
                    /** @enum {string} */
                    certainty: "confirmed" | "derived" | "unknown";
                    source: string;
                };
            };
            grades: {
                bands: {
                    from: number | null;
                    grade: string;
                    name_en: string;
                }[];
                group: string;
            }[];
            /** @enum {string} */
            grading: "thresholds" | "quartiles" | "yearly-groups" | "none" | "unknown";
            index: string;
            methodology: string;
            name_en: string;
            name_vi: string;
            period_from: string;
            period_to: string | null;
            publisher_ranks: boolean;
            /** @enum {string} */
            rank_by: "score" | "percent";
            ranked_groups: string[];
            stages: ("self" | "appraisal-1" | "appraisal-2")[];
            tie_decimals: number | null;
            top_only: {
                count: number;
                from: string;
            } | null;
            unit_set: string | null;
            version: number;
        };
        MethodologySummary: {
            calendar: {
                /** @enum {string} */
                certainty: "confirmed" | "derived" | "unknown";
                lag_years: number;
                month_from: number;
                month_to: number;
                source: string;
                source_en?: string;
            } | null;
            index: string;
            methodology: string;
            name_en: string;
            name_vi: string;
            period_from: string;
            period_to: string | null;
            unit_set: string | null;
            version: number;
        };
        Moved: {
            location: string;
        };
        MoversAnswer: {
            data: components["schemas"]["MoversRow"][];
            meta: {
                /** @constant */
                certainty: "derived";
                citation: string;
                component_name: string;
                decimals: number;
                degraded: string | null;
                from: string;
                methodology: {
                    methodology: string;
                    version: number;
                };
                methodology_before: {
                    methodology: string;
                    version: number;
                } | null;
                notes: string[];
                only_after: {
                    group: string;
                    unit: string;
                    unit_name: string;
                }[];
                only_before: {
                    group: string;
                    unit: string;
                    unit_name: string;
                }[];
                publication: {
                    at: string;
                    /** @enum {string} */
                    cause: "publish" | "correct" | "rollback" | "withdraw" | "methodology" | "draft";
                    entry: number;
                    reason: string | null;
                    revision: number;
                };
                publication_before: {
                    at: string;
                    /** @enum {string} */
                    cause: "publish" | "correct" | "rollback" | "withdraw" | "methodology" | "draft";
                    entry: number;
                    reason: string | null;
                    revision: number;
                } | null;
                sentences: string[];
                source: components["schemas"]["Source"];
                tie_rule: string;
                to: string;
                unit_set_version: number;
            };
            next: null;
        };
        MoversRow: {
            change_rank: number;
            component: string;
            edition: string;
            group: string;
            index: string;
            methodology: string;
            period: string;
            period_before: string;
            rank: number | null;
            rank_before: number | null;
            rank_change: number | null;
            revision: number;
            score: number;
            score_before: number;
            score_change: number;
            unit: string;
            unit_name: string;
            unit_set: string;
        };
        OfficePoints: {
            components: number;
            edition: string;
            index: string;
            office: string;
            period: string | null;
            points_lost: number | null;
            unknown: number;
        };
        OpenApiDocument: {
            info: {
                title: string;
                version: string;
            } & {
                [key: string]: unknown;
            };
            openapi: string;
        } & {
            [key: string]: unknown;
        };
        PeersAnswer: {
            data: components["schemas"]["PeersRow"][];
            meta: {
                among: {
                    group: string;
                    group_name: string;
                } | null;
                /** @enum {string} */
                by: "region" | "group" | "profile" | "list";
                /** @constant */
                certainty: "derived";
                citation: string;
                decimals: number;
                degraded: string | null;
                distance: string | null;
                methodology: {
                    methodology: string;
                    version: number;
                };
                notes: string[];
                peer_rank: number | null;
                peer_rank_of: number;
                publication: {
                    at: string;
                    /** @enum {string} */
                    cause: "publish" | "correct" | "rollback" | "withdraw" | "methodology" | "draft";
                    entry: number;
                    reason: string | null;
                    revision: number;
                };
                source: components["schemas"]["Source"];
                tie_rule: string;
                unit: string;
                unit_name: string;
                unit_set_version: number;
                weights: components["schemas"]["Weights"] | null;
            };
            next: null;
        };
        PeersRow: {
            difference: number | null;
            distance: number | null;
            edition: string;
            group: string;
            index: string;
            methodology: string;
            peer_of: string;
            peer_rank: number | null;
            period: string;
            rank: number | null;
            rank_of: number | null;
            revision: number;
            score: number | null;
            unit: string;
            unit_name: string;
            unit_set: string;
        };
        PlansAnswer: {
            data: {
                actor: string;
                at: string;
                document: string | null;
                issued_on: string | null;
                period: string;
                reason: string | null;
                rows: number;
                title: string;
                unit: string;
                version: number;
            }[];
            meta: Record<string, never>;
            next: null;
        };
        Problem: {
            allow?: string[];
            allowed_hosts?: string[];
            candidates?: (string | {
                edition?: string;
                index?: string;
                period?: string;
                set: string;
                title?: string;
            })[];
            /** @enum {string} */
            code: "no-such-route" | "direct-call" | "four-eyes" | "method-not-allowed" | "unknown-parameter" | "invalid-parameter" | "invalid-cursor" | "cursor-mismatch" | "page-gone" | "invalid-request" | "ambiguous-release" | "not-acceptable" | "not-found" | "no-such-group" | "withdrawn" | "component-dropped" | "not-comparable" | "weights-unknown" | "target-unknown" | "no-standard-errors" | "no-figures" | "answer-too-large" | "missing-scope" | "not-your-release" | "not-utf8" | "not-a-release" | "pdf" | "encrypted" | "legacy-workbook" | "legacy-font" | "encoding" | "not-text" | "macros" | "no-workbook" | "damaged-workbook" | "workbook-too-large" | "too-large" | "text-too-large" | "no-table" | "invalid-body" | "invalid-manifest" | "invalid-release" | "invalid-plan" | "methodology" | "invalid-methodology" | "unknown-component" | "draft-has-errors" | "unacknowledged-warnings" | "no-such-warning" | "idempotency-key-reused" | "stale-base" | "not-published" | "moved" | "not-a-url" | "not-https" | "has-credentials" | "literal-address" | "host-not-allowed" | "being-fetched" | "if-match-required" | "internal" | "busy" | "unreadable";
            current?: {
                at?: string;
                /** @enum {string} */
                cause?: "publish" | "correct" | "rollback" | "withdraw" | "methodology";
                entry?: number;
                revision?: number | null;
                version?: number;
            };
            detail: string;
            dropped_at?: string;
            errors?: {
                column?: string | null;
                message: string;
                parameter?: string;
                path?: string;
                row?: number | null;
                rule?: string;
                /** @enum {string} */
                severity?: "error" | "warning" | "info";
                sheet?: string | null;
                suggestion?: string | null;
                value?: string | number | null;
            }[];
            first?: string;
            instance: string;
            known?: string[];
            reason?: string | null;
            request_id: string;
            since?: string;
            status: number;
            title: string;
            type: string;
            warnings?: string[];
            withdrawn_at?: string;
        };
        ProfileAnswer: {
            data: components["schemas"]["ProfileRow"][];
            meta: {
                degraded: string | null;
                notes: string[];
                predecessors: {
                    from: string[];
                    /** @enum {string} */
                    kind: "unchanged" | "renamed" | "merged" | "split";
                    on: string;
                    source: string;
                    to: string[];
                }[];
                unit_set: string;
                valid_from: string | null;
                valid_to: string | null;
            };
            next: null;
        };
        ProfileRow: {
            against: string | null;
            breaks: {
                from: string;
                methodology: string;
                methodology_before: string;
                to: string;
            }[];
            /** @enum {string} */
            certainty: "confirmed" | "derived" | "unknown";
            direction: ("higher-is-better" | "lower-is-better") | null;
            edition: string | null;
            grade: string | null;
            grade_published: string | null;
            group: string | null;
            index: string;
            index_name: string;
            latest_period: string | null;
            methodology: string | null;
            next_expected: {
                from: string;
                overdue: boolean;
                period: string;
                to: string;
            } | null;
            percentile: number | null;
            period: string | null;
            published_on: string | null;
            rank: number | null;
            rank_change: number | null;
            rank_of: number | null;
            rank_published: number | null;
            reason: ("withheld" | "not-surveyed" | "not-applicable" | "unknown") | null;
            revision: number | null;
            score: number | null;
            score_change: number | null;
            /** @enum {string} */
            staleness: "current" | "overdue" | "unit-ended" | "unknown";
            /** @enum {string} */
            status: "A" | "E" | "P" | "M" | "Q";
            tied: boolean;
            unit: string;
            unit_name: string;
            unit_set: string;
            verdict: ("comparable" | "rank-only" | "not-comparable") | null;
            withheld: string | null;
        };
        PublicationAnswer: {
            data: {
                at: string;
                /** @enum {string} */
                cause: "publish" | "correct" | "rollback" | "withdraw" | "methodology";
                change: number;
                edition: string;
                entry: number;
                index: string;
                period: string;
                reason: string | null;
                revision: number | null;
                unit_set: string;
            }[];
            meta: {
                /** @enum {string} */
                status: "published" | "withdrawn";
            };
            next: null;
        };
        PublishBody: {
            methodology?: {
                methodology: string;
                version: number;
            };
            publish_at?: string;
            reason?: string | null;
        };
        RankChange: {
            change: number;
            leavers: number;
            newcomers: number;
            others: number;
            own: number;
            population: number;
            rank: number;
            rank_before: number;
        };
        RankingAnswer: {
            data: components["schemas"]["RankingRow"][];
            meta: components["schemas"]["RankingMeta"] | components["schemas"]["EveryComponentMeta"];
            next: string | null;
        };
        RankingMeta: {
            change: {
                against: string | null;
                verdict: ("comparable" | "rank-only" | "not-comparable") | null;
                withheld: string | null;
            };
            citation: string;
            claims: {
                rank_claimed: number;
                source: string;
                unit: string;
            }[];
            component_name: string;
            computed: boolean;
            coverage: {
                [key: string]: {
                    population: number | null;
                    rank_of: number | null;
                    scored: number;
                };
            };
            decimals: number;
            degraded: string | null;
            /** @enum {string} */
            extent: "complete" | "top" | "partial";
            grade_counts: {
                [key: string]: {
                    [key: string]: number;
                } | null;
            };
            methodology: {
                methodology: string;
                version: number;
            };
            next_cursor?: string | null;
            notes: string[];
            publication: {
                at: string;
                /** @enum {string} */
                cause: "publish" | "correct" | "rollback" | "withdraw" | "methodology" | "draft";
                entry: number;
                reason: string | null;
                revision: number;
            };
            score_notes: {
                note: string | null;
                source: string | null;
                unit: string;
            }[];
            source: components["schemas"]["Source"];
            tie_rule: string;
            unit_set_version: number;
            unranked: {
                [key: string]: {
                    [key: string]: number;
                };
            };
        };
        RankingRow: {
            component: string;
            edition: string;
            grade: string | null;
            grade_published: string | null;
            group: string;
            index: string;
            maximum: number | null;
            methodology: string;
            percent: number | null;
            percentile: number | null;
            period: string;
            rank: number | null;
            rank_change: number | null;
            rank_of: number | null;
            rank_published: number | null;
            rank_reason: ("tie-order" | "rounding" | "partial-release" | "different-population" | "conflict") | null;
            reason: ("withheld" | "not-surveyed" | "not-applicable" | "unknown") | null;
            revision: number;
            score: number | null;
            score_change: number | null;
            /** @enum {string} */
            status: "A" | "E" | "P" | "M" | "Q";
            tied: boolean;
            unit: string;
            unit_name: string;
            unit_set: string;
        };
        RecogniseAnswer: {
            data: {
                components: string[];
                edition: string;
                index: string;
                layout: string;
                methodology: string;
                period: string;
                sheet: string | null;
                unit_set: string;
                units: number;
            }[];
            meta: {
                findings: components["schemas"]["Finding"][];
            };
            next: null;
        };
        ReleaseAnswer: {
            data: components["schemas"]["LogEntry"][];
            meta: {
                release: {
                    at: string;
                    /** @enum {string} */
                    certainty?: "confirmed" | "derived" | "unknown";
                    edition: string;
                    entry: number;
                    /** @enum {string} */
                    extent: "complete" | "top" | "partial";
                    index: string;
                    /** @enum {string} */
                    kind?: "publisher" | "official" | "province" | "press" | "compilation";
                    methodology: string;
                    period: string;
                    published_on: string | null;
                    publisher: string;
                    revision: number | null;
                    /** @enum {string} */
                    status: "published" | "withdrawn";
                    title: string;
                    unit_set: string;
                };
                revisions: {
                    /** @enum {string} */
                    cause: "upload" | "correction";
                    component_extents: {
                        [key: string]: "complete" | "top" | "partial";
                    };
                    components: string[];
                    derived: {
                        [key: string]: string;
                    };
                    /** @enum {string} */
                    extent: "complete" | "top" | "partial";
                    grade_counts: {
                        [key: string]: {
                            [key: string]: number;
                        };
                    };
                    methodology: string;
                    methodology_version: number;
                    population: {
                        [key: string]: number;
                    };
                    reason: string | null;
                    recorded_at: string;
                    revision: number;
                    sha256: string;
                    source: components["schemas"]["Source"];
                    unit_set_version: number;
                    units: number;
                }[];
            };
            next: null;
        };
        ReleaseBody: {
            announcement: {
                component_extents?: {
                    [key: string]: "complete" | "top" | "partial";
                };
                derived?: {
                    [key: string]: string;
                };
                /** @enum {string} */
                extent: "complete" | "top" | "partial";
                grade_counts?: {
                    [key: string]: {
                        [key: string]: number;
                    };
                };
                population?: {
                    [key: string]: number;
                };
            };
            edition?: string;
            index?: string;
            methodology?: string;
            period?: string;
            scores: {
                component?: string;
                grade_published?: string | null;
                note?: string | null;
                rank_claimed?: number | null;
                rank_published?: number | null;
                reason?: ("withheld" | "not-surveyed" | "not-applicable" | "unknown") | null;
                score?: number | null;
                source?: string | null;
                /** @enum {string} */
                stage?: "self" | "appraisal-1" | "appraisal-2" | "result";
                /** @enum {string} */
                status?: "A" | "E" | "P" | "M" | "Q";
                unit: string;
            }[];
            source: {
                /** @enum {string} */
                certainty: "confirmed" | "derived" | "unknown";
                document?: string | null;
                /** @enum {string} */
                kind: "publisher" | "official" | "province" | "press" | "compilation";
                notes?: string[];
                published_on?: string | null;
                publisher: string;
                signatory?: string | null;
                title: string;
                url?: string | null;
            };
            unit_set?: string;
        };
        ReleasesAnswer: {
            data: components["schemas"]["ReleaseSummary"][];
            meta: {
                next_cursor?: string | null;
            };
            next: string | null;
        };
        ReleaseSummary: {
            at: string;
            /** @enum {string} */
            certainty?: "confirmed" | "derived" | "unknown";
            edition: string;
            entry: number;
            /** @enum {string} */
            extent: "complete" | "top" | "partial";
            index: string;
            /** @enum {string} */
            kind?: "publisher" | "official" | "province" | "press" | "compilation";
            methodology: string;
            period: string;
            published_on: string | null;
            publisher: string;
            revision: number | null;
            /** @enum {string} */
            status: "published" | "withdrawn";
            title: string;
            unit_set: string;
        };
        ResolveAnswer: {
            candidates: components["schemas"]["UnitCandidate"][];
            data: components["schemas"]["ResolvedUnit"][];
            meta: {
                name: string;
                on: string | null;
                parent: string | null;
                set: string | null;
            };
            next: null;
        };
        ResolvedUnit: {
            aliases: string[];
            changes?: {
                kind?: string;
                name_en?: string;
                name_vi?: string;
                on: string;
                source: string;
            }[];
            groups: string[];
            iso_3166_2?: string;
            kind?: string;
            name_en: string;
            name_vi: string;
            /** @enum {string} */
            rule: "unit-id" | "gso-code" | "exact" | "folded" | "without-kind" | "missing-marks" | "lost-letters" | "other-kind" | "near";
            tile?: [
                number,
                number
            ];
            unit: string;
            unit_set: string;
            valid_from: string | null;
            valid_to: string | null;
        };
        RobustnessAnswer: {
            data: components["schemas"]["RobustnessRow"][];
            meta: {
                /** @constant */
                certainty: "derived";
                citation: string;
                decimals: number;
                degraded: string | null;
                draws: number;
                /** @constant */
                generator: "mulberry32";
                interval_percent: number[];
                left_out: {
                    group: string;
                    unit: string;
                    unit_name: string;
                }[];
                median_width: {
                    [key: string]: number | null;
                };
                /** @enum {string} */
                method: "weights" | "rounding";
                methodology: {
                    methodology: string;
                    version: number;
                };
                notes: string[];
                printed_decimals: number | null;
                publication: {
                    at: string;
                    /** @enum {string} */
                    cause: "publish" | "correct" | "rollback" | "withdraw" | "methodology" | "draft";
                    entry: number;
                    reason: string | null;
                    revision: number;
                };
                seed: number;
                simulated: {
                    [key: string]: number;
                };
                source: components["schemas"]["Source"];
                spread_percent: number | null;
                /** @constant */
                status: "simulated";
                tie_rule: string;
                unit_set_version: number;
                weights: components["schemas"]["Weights"] | null;
            };
            next: null;
        };
        RobustnessRow: {
            edition: string;
            group: string;
            index: string;
            indistinct_from: number;
            indistinct_to: number;
            /** @enum {string} */
            method: "weights" | "rounding";
            methodology: string;
            period: string;
            rank: number | null;
            rank_high: number;
            rank_low: number;
            rank_median: number;
            rank_of: number | null;
            rank_simulated: number;
            rank_width: number;
            revision: number;
            score: number | null;
            unit: string;
            unit_name: string;
            unit_set: string;
        };
        SavedIndex: {
            data: {
                changed: boolean;
                index: string;
                version: number;
            }[];
            meta: Record<string, never>;
            next: null;
        };
        SavedLayout: {
            data: {
                changed: boolean;
                layout: string;
                version: number;
            }[];
            meta: Record<string, never>;
            next: null;
        };
        SavedMethodology: {
            data: {
                changed: boolean;
                methodology: string;
                version: number;
            }[];
            meta: Record<string, never>;
            next: null;
        };
        SavedPlanAnswer: {
            data: components["schemas"]["TargetRow"][];
            meta: {
                baseline_period: string | null;
                degraded: string | null;
                document: string | null;
                errors: number;
                findings: components["schemas"]["Finding"][];
                issued_on: string | null;
                offices: components["schemas"]["OfficePoints"][];
                on: string;
                overdue: number;
                period: string;
                states: {
                    behind: number;
                    met: number;
                    "not-yet-known": number;
                    "on-the-way": number;
                };
                /** @enum {string} */
                status: "saved" | "same" | "repeated" | "dry-run";
                title: string | null;
                unit: string;
                unit_name: string;
                version: number;
                warnings: number;
            };
            next: null;
        };
        SavedSet: {
            data: {
                changed: boolean;
                set: string;
                version: number;
            }[];
            meta: Record<string, never>;
            next: null;
        };
        SavedSourceAnswer: {
            data: components["schemas"]["ScheduledSource"][];
            meta: {
                changed: boolean;
            };
            next: null;
        };
        SavedUnit: {
            data: {
                changed: boolean;
                unit: string;
                version: number;
            }[];
            meta: Record<string, never>;
            next: null;
        };
        ScheduledSource: {
            checked_at: string | null;
            code: string | null;
            drafts: {
                edition: string;
                index: string;
                period: string;
                revision: number | null;
                status: string;
                unit_set: string;
            }[];
            edition: string | null;
            enabled: boolean;
            every_hours: number;
            failures: number;
            findings: components["schemas"]["Finding"][];
            index: string | null;
            message: string | null;
            next_check_at: string | null;
            note: string | null;
            outcome: ("checking" | "drafted" | "unchanged" | "not-modified" | "rejected" | "not-fetched" | "failed") | null;
            period: string | null;
            publisher: string | null;
            sha256: string | null;
            source: string;
            taken_at: string | null;
            title: string | null;
            unit_set: string | null;
            url: string;
        };
        SeriesAnswer: {
            data: components["schemas"]["SeriesRow"][];
            meta: {
                /** @enum {string} */
                basis: "as_published" | "VN63" | "VN34";
                breaks: components["schemas"]["SeriesBreak"][];
                component: string;
                degraded: string | null;
                next_cursor?: string | null;
                notes: string[];
                successions: {
                    from: string[];
                    /** @enum {string} */
                    kind: "unchanged" | "renamed" | "merged" | "split";
                    on: string;
                    source: string;
                    to: string[];
                }[];
            };
            next: string | null;
        };
        SeriesBreak: {
            from: string;
            reason: string;
            to: string;
            unit: string | null;
            unit_set: string;
            /** @enum {string} */
            verdict: "rank-only" | "not-comparable";
        };
        SeriesRow: {
            carried: ("unchanged" | "constituents" | "merged-unit") | null;
            component: string;
            edition: string;
            group: string | null;
            index: string;
            methodology: string;
            origin_units: string[];
            period: string;
            rank: number | null;
            rank_of: number | null;
            rank_published: number | null;
            rank_simulated: number | null;
            rank_simulated_of: number | null;
            reason: ("withheld" | "not-surveyed" | "not-applicable" | "unknown") | null;
            revision: number;
            score: number | null;
            score_max: number | null;
            score_min: number | null;
            /** @enum {string} */
            status: "A" | "E" | "P" | "M" | "Q";
            unit: string;
            unit_name: string;
            unit_set: string;
        };
        Source: {
            /** @enum {string} */
            certainty: "confirmed" | "derived" | "unknown";
            document: string | null;
            /** @enum {string} */
            kind: "publisher" | "official" | "province" | "press" | "compilation";
            notes: string[];
            published_on: string | null;
            publisher: string;
            signatory: string | null;
            title: string;
            url: string | null;
        };
        SourceBody: {
            edition?: string | null;
            enabled: boolean;
            every_hours: number;
            index?: string | null;
            note?: string | null;
            period?: string | null;
            publisher?: string | null;
            set?: string | null;
            source: string;
            title?: string | null;
            url: string;
        };
        SourcesAnswer: {
            data: components["schemas"]["ScheduledSource"][];
            meta: {
                allowed_hosts: string[];
            };
            next: null;
        };
        TargetPlanBody: {
            baseline_period?: string | null;
            document?: string | null;
            issued_on?: string | null;
            reason?: string | null;
            rows: {
                action?: string | null;
                /** @enum {string} */
                action_status?: "not-started" | "in-progress" | "done" | "stopped";
                component?: string;
                deadline?: string | null;
                edition?: string;
                group?: string | null;
                index: string;
                note?: string | null;
                office: string;
                target: number | string;
                /** @enum {string} */
                target_kind: "score" | "rank" | "grade" | "top-share";
            }[];
            title: string;
        };
        TargetRow: {
            action: string | null;
            /** @enum {string} */
            action_status: "not-started" | "in-progress" | "done" | "stopped";
            actual: number | string | null;
            actual_basis: ("published" | "computed") | null;
            actual_period: string | null;
            actual_reason: ("withheld" | "not-surveyed" | "not-applicable" | "unknown") | null;
            actual_status: ("A" | "E" | "P" | "M" | "Q") | null;
            baseline: number | string | null;
            baseline_basis: ("published" | "computed") | null;
            baseline_period: string | null;
            component: string;
            component_name: string | null;
            deadline: string | null;
            edition: string;
            gap: number | null;
            group: string | null;
            index: string;
            index_name: string | null;
            note: string | null;
            office: string;
            overdue: boolean;
            period: string;
            points_lost: number | null;
            points_lost_weights: ("confirmed" | "derived") | null;
            says: string;
            share: number | null;
            share_note: string | null;
            share_reason: ("no-figure" | "no-baseline" | "same-period" | "not-comparable" | "rank-only" | "other-basis" | "no-way-to-go" | "ordinal") | null;
            /** @enum {string} */
            state: "met" | "on-the-way" | "behind" | "not-yet-known";
            target: number | string;
            /** @enum {string} */
            target_kind: "score" | "rank" | "grade" | "top-share";
            unit: string;
            unit_set: string;
        };
        TargetsAnswer: {
            data: components["schemas"]["TargetRow"][];
            meta: {
                actor: string | null;
                at: string | null;
                baseline_period: string | null;
                degraded: string | null;
                document: string | null;
                issued_on: string | null;
                offices: components["schemas"]["OfficePoints"][];
                on: string;
                overdue: number;
                period: string;
                reason: string | null;
                states: {
                    behind: number;
                    met: number;
                    "not-yet-known": number;
                    "on-the-way": number;
                };
                title: string | null;
                unit: string;
                unit_name: string;
                version: number;
                versions: {
                    actor: string;
                    at: string;
                    document: string | null;
                    issued_on: string | null;
                    reason: string | null;
                    rows: number;
                    title: string;
                    version: number;
                }[];
            };
            next: null;
        };
        UnitAnswer: {
            data: components["schemas"]["DatedUnit"][];
            meta: {
                predecessors: {
                    from: string[];
                    /** @enum {string} */
                    kind: "unchanged" | "renamed" | "merged" | "split";
                    on: string;
                    source: string;
                    to: string[];
                }[];
                successors: {
                    from: string[];
                    /** @enum {string} */
                    kind: "unchanged" | "renamed" | "merged" | "split";
                    on: string;
                    source: string;
                    to: string[];
                }[];
            };
            next: null;
        };
        UnitBody: {
            aliases: string[];
            changes?: {
                kind?: string;
                name_en?: string;
                name_vi?: string;
                on: string;
                source: string;
            }[];
            groups: string[];
            iso_3166_2?: string;
            kind?: string;
            name_en: string;
            name_vi: string;
            tile?: [
                number,
                number
            ];
            unit: string;
        };
        UnitCandidate: {
            name_vi: string;
            /** @enum {string} */
            rule: "unit-id" | "gso-code" | "exact" | "folded" | "without-kind" | "missing-marks" | "lost-letters" | "other-kind" | "near";
            unit: string;
            unit_set: string;
            valid_from: string | null;
            valid_to: string | null;
        };
        UnitRow: {
            aliases: string[];
            changes?: {
                kind?: string;
                name_en?: string;
                name_vi?: string;
                on: string;
                source: string;
            }[];
            groups: string[];
            iso_3166_2?: string;
            kind?: string;
            name_en: string;
            name_vi: string;
            tile?: [
                number,
                number
            ];
            unit: string;
            unit_set: string;
        };
        UnitsAnswer: {
            data: components["schemas"]["UnitRow"][];
            meta: {
                groups: {
                    group: string;
                    name_en: string;
                    name_vi: string;
                    /** @enum {string} */
                    roster: "complete" | "partial";
                }[];
                name_en: string;
                name_vi: string;
                next_cursor?: string | null;
                parent: string | null;
                /** @enum {string} */
                roster: "complete" | "partial";
                sources: string[];
                successions: {
                    from: string[];
                    /** @enum {string} */
                    kind: "unchanged" | "renamed" | "merged" | "split";
                    on: string;
                    source: string;
                    to: string[];
                }[];
                unit_set: string;
                valid_from: string | null;
                valid_to: string | null;
                version: number;
            };
            next: string | null;
        };
        UnitSetBody: {
            groups: {
                group: string;
                name_en: string;
                name_vi: string;
                /** @enum {string} */
                roster: "complete" | "partial";
            }[];
            name_en: string;
            name_vi: string;
            parent: string | null;
            /** @enum {string} */
            roster: "complete" | "partial";
            sources: string[];
            successions: {
                from: string[];
                /** @enum {string} */
                kind: "unchanged" | "renamed" | "merged" | "split";
                on: string;
                source: string;
                to: string[];
            }[];
            unit_set: string;
            units: {
                aliases: string[];
                changes?: {
                    kind?: string;
                    name_en?: string;
                    name_vi?: string;
                    on: string;
                    source: string;
                }[];
                groups: string[];
                iso_3166_2?: string;
                kind?: string;
                name_en: string;
                name_vi: string;
                tile?: [
                    number,
                    number
                ];
                unit: string;
            }[];
            valid_from: string | null;
            valid_to: string | null;
        };
        UnitSetsAnswer: {
            data: components["schemas"]["UnitSetSummary"][];
            meta: Record<string, never>;
            next: null;
        };
        UnitSetSummary: {
            name_en: string;
            name_vi: string;
            parent: string | null;
            /** @enum {string} */
            roster: "complete" | "partial";
            unit_set: string;
            units: number;
            valid_from: string | null;
            valid_to: string | null;
            version: number;
        };
        UploadAnswer: {
            data: {
                expires_at: string;
                /** @constant */
                method: "PUT";
                upload: string;
                url: string;
            }[];
            meta: Record<string, never>;
            next: null;
        };
        UploadBody: {
            bytes: number;
        };
        UploadReport: {
            data: {
                component: string;
                edition: string;
                grade_published: string | null;
                index: string;
                methodology: string;
                note: string | null;
                period: string;
                rank_claimed: number | null;
                rank_published: number | null;
                reason: ("withheld" | "not-surveyed" | "not-applicable" | "unknown") | null;
                revision: number | null;
                score: number | null;
                source: string | null;
                /** @enum {string} */
                stage: "self" | "appraisal-1" | "appraisal-2" | "result";
                /** @enum {string} */
                status: "A" | "E" | "P" | "M" | "Q";
                unit: string;
                unit_name: string | null;
                unit_set: string;
            }[];
            meta: {
                base_entry: number;
                diff: {
                    added: number;
                    cells: {
                        after: {
                            grade_published: string | null;
                            note: string | null;
                            rank_claimed: number | null;
                            rank_published: number | null;
                            reason: ("withheld" | "not-surveyed" | "not-applicable" | "unknown") | null;
                            score: number | null;
                            source: string | null;
                            /** @enum {string} */
                            status: "A" | "E" | "P" | "M" | "Q";
                        } | null;
                        before: {
                            grade_published: string | null;
                            note: string | null;
                            rank_claimed: number | null;
                            rank_published: number | null;
                            reason: ("withheld" | "not-surveyed" | "not-applicable" | "unknown") | null;
                            score: number | null;
                            source: string | null;
                            /** @enum {string} */
                            status: "A" | "E" | "P" | "M" | "Q";
                        } | null;
                        /** @enum {string} */
                        change: "added" | "removed" | "changed";
                        component: string;
                        stage: string;
                        unit: string;
                    }[];
                    changed: number;
                    removed: number;
                } | null;
                errors: number;
                findings: components["schemas"]["Finding"][];
                layout: string;
                methodology: string;
                revision: number | null;
                rows: number;
                sheet: string | null;
                /** @enum {string} */
                status: "draft" | "published" | "dry-run";
                warnings: number;
            };
            next: string | null;
        };
        Weights: {
            /** @enum {string} */
            certainty: "confirmed" | "derived";
            source: string;
        };
        WhatIfAnswer: {
            data: components["schemas"]["WhatIfRow"][];
            meta: {
                against: string | null;
                capped: string[];
                /** @constant */
                certainty: "derived";
                changes: {
                    component: string;
                    score: number | null;
                    score_simulated: number;
                    unit: string;
                    unit_name: string;
                }[];
                citation: string;
                decimals: number;
                degraded: string | null;
                methodology: {
                    methodology: string;
                    version: number;
                };
                notes: string[];
                /** @enum {string} */
                others: "fixed" | "trend";
                publication: {
                    at: string;
                    /** @enum {string} */
                    cause: "publish" | "correct" | "rollback" | "withdraw" | "methodology" | "draft";
                    entry: number;
                    reason: string | null;
                    revision: number;
                };
                sentences: string[];
                source: components["schemas"]["Source"];
                /** @constant */
                status: "simulated";
                tie_rule: string;
                unit_set_version: number;
                weights: components["schemas"]["Weights"];
                without_trend: string[];
            };
            next: null;
        };
        WhatIfRow: {
            edition: string;
            grade: string | null;
            grade_simulated: string | null;
            group: string;
            index: string;
            methodology: string;
            moved_by: ("change" | "trend") | null;
            period: string;
            rank: number | null;
            rank_change: number | null;
            rank_simulated: number | null;
            residual: number | null;
            revision: number;
            score: number | null;
            score_change: number | null;
            score_simulated: number | null;
            unit: string;
            unit_name: string;
            unit_set: string;
        };
        WithdrawBody: {
            reason: string;
        };
    };
    responses: {
        default: {
            content: {
                "application/json": components["schemas"]["GatewayError"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        IfNoneMatch: string;
        Lang: "vi" | "en";
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getDocs: {
        parameters: {
            query?: {
                lang?: components["parameters"]["Lang"];
            };
            header?: {
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
        };
        requestBody?: never;
        responses: {
            200: {
                content: {
                    "text/html": string;
                };
            };
            default: {
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDocsFile: {
        parameters: {
            query?: {
                lang?: components["parameters"]["Lang"];
            };
            header?: {
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                file: string;
            };
        };
        requestBody?: never;
        responses: {
            200: {
                content: {
                    "text/css": string;
                    "text/javascript": string;
                };
            };
            default: {
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProblems: {
        parameters: {
            query?: {
                lang?: components["parameters"]["Lang"];
            };
            header?: {
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
        };
        requestBody?: never;
        responses: {
            200: {
                content: {
                    "text/html": string;
                };
            };
            default: {
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHealth: {
        parameters: {
            query?: {
                lang?: components["parameters"]["Lang"];
            };
            header?: {
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
        };
        requestBody?: never;
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            default: {
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAnalysisAsCsv: {
        parameters: {
            query: {
                against?: string;
                by?: "region" | "group" | "profile" | "list";
                change?: string;
                component?: string;
                count?: number;
                draws?: number;
                edition?: string;
                from?: string;
                group?: string;
                index: string;
                lang?: components["parameters"]["Lang"];
                method?: "weights" | "rounding" | "standard-errors";
                others?: "fixed" | "trend";
                period?: string;
                profile?: "rfc4180" | "excel-vi";
                seed?: number;
                set?: string;
                spread?: number;
                target?: string;
                to?: string;
                unit?: string;
                units?: string;
            };
            header?: {
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                file: string;
            };
        };
        requestBody?: never;
        responses: {
            200: {
                content: {
                    "text/csv": string;
                };
            };
            default: {
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDecomposition: {
        parameters: {
            query: {
                against?: string;
                edition?: string;
                format?: "json" | "csv";
                from?: string;
                group?: string;
                index: string;
                lang?: components["parameters"]["Lang"];
                period?: string;
                profile?: "rfc4180" | "excel-vi";
                set?: string;
                to?: string;
                unit: string;
            };
            header?: {
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
        };
        requestBody?: never;
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["DecompositionAnswer"];
                };
            };
            default: {
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getGap: {
        parameters: {
            query: {
                edition?: string;
                format?: "json" | "csv";
                group?: string;
                index: string;
                lang?: components["parameters"]["Lang"];
                period?: string;
                profile?: "rfc4180" | "excel-vi";
                set?: string;
                target?: string;
                unit: string;
            };
            header?: {
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
        };
        requestBody?: never;
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["GapAnswer"];
                };
            };
            default: {
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMovers: {
        parameters: {
            query: {
                component?: string;
                edition?: string;
                format?: "json" | "csv";
                from?: string;
                group?: string;
                index: string;
                lang?: components["parameters"]["Lang"];
                profile?: "rfc4180" | "excel-vi";
                set?: string;
                to?: string;
            };
            header?: {
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
        };
        requestBody?: never;
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["MoversAnswer"];
                };
            };
            default: {
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPeers: {
        parameters: {
            query: {
                by?: "region" | "group" | "profile" | "list";
                count?: number;
                edition?: string;
                format?: "json" | "csv";
                group?: string;
                index: string;
                lang?: components["parameters"]["Lang"];
                period?: string;
                profile?: "rfc4180" | "excel-vi";
                set?: string;
                unit: string;
                units?: string;
            };
            header?: {
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
        };
        requestBody?: never;
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["PeersAnswer"];
                };
            };
            default: {
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRobustness: {
        parameters: {
            query: {
                draws?: number;
                edition?: string;
                format?: "json" | "csv";
                group?: string;
                index: string;
                lang?: components["parameters"]["Lang"];
                method?: "weights" | "rounding" | "standard-errors";
                period?: string;
                profile?: "rfc4180" | "excel-vi";
                seed?: number;
                set?: string;
                spread?: number;
            };
            header?: {
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
        };
        requestBody?: never;
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["RobustnessAnswer"];
                };
            };
            default: {
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWhatIf: {
        parameters: {
            query: {
                change: string;
                edition?: string;
                format?: "json" | "csv";
                group?: string;
                index: string;
                lang?: components["parameters"]["Lang"];
                others?: "fixed" | "trend";
                period?: string;
                profile?: "rfc4180" | "excel-vi";
                set?: string;
            };
            header?: {
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
        };
        requestBody?: never;
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["WhatIfAnswer"];
                };
            };
            default: {
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAudit: {
        parameters: {
            query?: {
                action?: string;
                actor?: string;
                cursor?: string;
                lang?: components["parameters"]["Lang"];
                limit?: number;
                since?: string;
                target?: string;
                until?: string;
            };
        };
        requestBody?: never;
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["AuditAnswer"];
                };
            };
            default: {
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCalendar: {
        parameters: {
            query?: {
                lang?: components["parameters"]["Lang"];
            };
            header?: {
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
        };
        requestBody?: never;
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["CalendarAnswer"];
                };
            };
            default: {
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCalendarFile: {
        parameters: {
            query?: {
                lang?: components["parameters"]["Lang"];
            };
            header?: {
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
        };
        requestBody?: never;
        responses: {
            200: {
                content: {
                    "text/calendar": string;
                };
            };
            default: {
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getChanges: {
        parameters: {
            query?: {
                format?: "json" | "csv";
                lang?: components["parameters"]["Lang"];
                limit?: number;
                profile?: "rfc4180" | "excel-vi";
                since?: number;
            };
            header?: {
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
        };
        requestBody?: never;
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["ChangesAnswer"];
                };
            };
            default: {
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getChangesAsCsv: {
        parameters: {
            query?: {
                lang?: components["parameters"]["Lang"];
                profile?: "rfc4180" | "excel-vi";
                since?: number;
            };
            header?: {
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
        };
        requestBody?: never;
        responses: {
            200: {
                content: {
                    "text/csv": string;
                };
            };
            default: {
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getConfig: {
        parameters: {
            query?: {
                lang?: components["parameters"]["Lang"];
            };
            header?: {
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
        };
        requestBody?: never;
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["ConfigAnswer"];
                };
            };
            default: {
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDrafts: {
        parameters: {
            query?: {
                edition?: string;
                lang?: components["parameters"]["Lang"];
                set?: string;
            };
            path: {
                index: string;
                period: string;
            };
        };
        requestBody?: never;
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["DraftsAnswer"];
                };
            };
            default: {
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDraft: {
        parameters: {
            query?: {
                edition?: string;
                lang?: components["parameters"]["Lang"];
                offset?: number;
                set?: string;
            };
            path: {
                index: string;
                period: string;
                revision: number;
            };
        };
        requestBody?: never;
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["DraftAnswer"];
                };
            };
            default: {
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDraftDiff: {
        parameters: {
            query?: {
                against?: number;
                edition?: string;
                lang?: components["parameters"]["Lang"];
                set?: string;
            };
            path: {
                index: string;
                period: string;
                revision: number;
            };
        };
        requestBody?: never;
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["DiffAnswer"];
                };
            };
            default: {
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDraftRanking: {
        parameters: {
            query?: {
                component?: string;
                edition?: string;
                group?: string;
                lang?: components["parameters"]["Lang"];
                set?: string;
            };
            path: {
                index: string;
                period: string;
                revision: number;
            };
        };
        requestBody?: never;
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["DraftRankingAnswer"];
                };
            };
            default: {
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getListFile: {
        parameters: {
            query?: {
                basis?: "as_published" | "VN63" | "VN34";
                component?: string;
                edition?: string;
                from?: string;
                group?: string;
                index?: string;
                lang?: components["parameters"]["Lang"];
                layout?: "long" | "wide";
                set?: string;
                since?: number;
                to?: string;
                unit?: string;
                value?: "score" | "rank" | "rank_published";
            };
            header?: {
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                file: string;
            };
        };
        requestBody?: never;
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["ColumnsAnswer"];
                };
            };
            default: {
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAnalysisFile: {
        parameters: {
            query: {
                against?: string;
                by?: "region" | "group" | "profile" | "list";
                change?: string;
                component?: string;
                count?: number;
                draws?: number;
                edition?: string;
                from?: string;
                group?: string;
                index: string;
                lang?: components["parameters"]["Lang"];
                method?: "weights" | "rounding" | "standard-errors";
                others?: "fixed" | "trend";
                period?: string;
                seed?: number;
                set?: string;
                spread?: number;
                target?: string;
                to?: string;
                unit?: string;
                units?: string;
            };
            header?: {
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                file: string;
            };
        };
        requestBody?: never;
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["ColumnsAnswer"];
                };
            };
            default: {
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAnnex: {
        parameters: {
            query?: {
                edition?: string;
                group?: string;
                lang?: components["parameters"]["Lang"];
                set?: string;
            };
            header?: {
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                file: string;
                index: string;
            };
        };
        requestBody?: never;
        responses: {
            200: {
                content: {
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                };
            };
            default: {
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIndexFile: {
        parameters: {
            query?: {
                lang?: components["parameters"]["Lang"];
                profile?: "rfc4180" | "excel-vi";
            };
            header?: {
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                file: string;
            };
        };
        requestBody?: never;
        responses: {
            200: {
                content: {
                    "application/zip": string;
                    "text/csv": string;
                };
            };
            default: {
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getNotice: {
        parameters: {
            query?: {
                edition?: string;
                group?: string;
                lang?: components["parameters"]["Lang"];
                set?: string;
            };
            header?: {
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                file: string;
                index: string;
            };
        };
        requestBody?: never;
        responses: {
            200: {
                content: {
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                };
            };
            default: {
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRankingFile: {
        parameters: {
            query?: {
                as_of?: string;
                component?: string;
                edition?: string;
                group?: string;
                lang?: components["parameters"]["Lang"];
                layout?: "long" | "wide";
                revision?: number;
                set?: string;
                value?: "score" | "rank" | "rank_published";
            };
            header?: {
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                file: string;
                index: string;
            };
        };
        requestBody?: never;
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["ColumnsAnswer"];
                };
            };
            default: {
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getUnitReport: {
        parameters: {
            query: {
                edition?: string;
                group?: string;
                lang?: components["parameters"]["Lang"];
                set?: string;
                unit: string;
            };
            header?: {
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                file: string;
                index: string;
            };
        };
        requestBody?: never;
        responses: {
            200: {
                content: {
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                };
            };
            default: {
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listIndices: {
        parameters: {
            query?: {
                cursor?: string;
                format?: "json" | "csv";
                lang?: components["parameters"]["Lang"];
                limit?: number;
                profile?: "rfc4180" | "excel-vi";
            };
            header?: {
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
        };
        requestBody?: never;
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["IndicesAnswer"];
                };
            };
            default: {
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listIndicesAsCsv: {
        parameters: {
            query?: {
                lang?: components["parameters"]["Lang"];
                profile?: "rfc4180" | "excel-vi";
            };
            header?: {
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
        };
        requestBody?: never;
        responses: {
            200: {
                content: {
                    "text/csv": string;
                };
            };
            default: {
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIndex: {
        parameters: {
            query?: {
                lang?: components["parameters"]["Lang"];
            };
            header?: {
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                index: string;
            };
        };
        requestBody?: never;
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["IndexAnswer"];
                };
            };
            default: {
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putIndex: {
        parameters: {
            query?: {
                lang?: components["parameters"]["Lang"];
            };
            path: {
                index: string;
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IndexBody"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["SavedIndex"];
                };
            };
            201: {
                content: {
                    "application/json": components["schemas"]["SavedIndex"];
                };
            };
            default: {
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putLayout: {
        parameters: {
            query?: {
                lang?: components["parameters"]["Lang"];
            };
            path: {
                index: string;
                layout: string;
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LayoutBody"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["SavedLayout"];
                };
            };
            201: {
                content: {
                    "application/json": components["schemas"]["SavedLayout"];
                };
            };
            default: {
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMethodology: {
        parameters: {
            query?: {
                lang?: components["parameters"]["Lang"];
                version?: number;
            };
            header?: {
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                index: string;
                methodology: string;
            };
        };
        requestBody?: never;
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["MethodologyAnswer"];
                };
            };
            default: {
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putMethodology: {
        parameters: {
            query?: {
                lang?: components["parameters"]["Lang"];
            };
            path: {
                index: string;
                methodology: string;
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MethodologyBody"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["SavedMethodology"];
                };
            };
            201: {
                content: {
                    "application/json": components["schemas"]["SavedMethodology"];
                };
            };
            default: {
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOpenApi: {
        parameters: {
            query?: {
                lang?: components["parameters"]["Lang"];
            };
            header?: {
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
        };
        requestBody?: never;
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["OpenApiDocument"];
                };
            };
            default: {
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRanking: {
        parameters: {
            query?: {
                as_of?: string;
                component?: string;
                cursor?: string;
                edition?: string;
                format?: "json" | "csv";
                group?: string;
                lang?: components["parameters"]["Lang"];
                layout?: "long" | "wide";
                limit?: number;
                profile?: "rfc4180" | "excel-vi";
                revision?: number;
                set?: string;
                value?: "score" | "rank" | "rank_published";
            };
            header?: {
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                index: string;
                period: string;
            };
        };
        requestBody?: never;
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["RankingAnswer"];
                };
            };
            default: {
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listReleases: {
        parameters: {
            query?: {
                cursor?: string;
                format?: "json" | "csv";
                index?: string;
                lang?: components["parameters"]["Lang"];
                limit?: number;
                profile?: "rfc4180" | "excel-vi";
            };
            header?: {
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
        };
        requestBody?: never;
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["ReleasesAnswer"];
                };
            };
            default: {
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listReleasesAsCsv: {
        parameters: {
            query?: {
                index?: string;
                lang?: components["parameters"]["Lang"];
                profile?: "rfc4180" | "excel-vi";
            };
            header?: {
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
        };
        requestBody?: never;
        responses: {
            200: {
                content: {
                    "text/csv": string;
                };
            };
            default: {
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRelease: {
        parameters: {
            query?: {
                edition?: string;
                lang?: components["parameters"]["Lang"];
                set?: string;
            };
            header?: {
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                index: string;
                period: string;
            };
        };
        requestBody?: never;
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["ReleaseAnswer"];
                };
            };
            default: {
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putRelease: {
        parameters: {
            query?: {
                certainty?: "confirmed" | "derived" | "unknown";
                document?: string;
                dry_run?: "true" | "false";
                edition?: string;
                extent?: "complete" | "top" | "partial";
                filename?: string;
                kind?: "publisher" | "official" | "province" | "press" | "compilation";
                lang?: components["parameters"]["Lang"];
                layout?: string;
                methodology?: string;
                published_on?: string;
                publisher?: string;
                set?: string;
                signatory?: string;
                title?: string;
                upload?: string;
                url?: string;
            };
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                index: string;
                period: string;
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReleaseBody"];
                "application/octet-stream": string;
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["UploadReport"];
                };
            };
            201: {
                content: {
                    "application/json": components["schemas"]["UploadReport"];
                };
            };
            default: {
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelEmbargo: {
        parameters: {
            query?: {
                edition?: string;
                lang?: components["parameters"]["Lang"];
                set?: string;
            };
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                index: string;
                period: string;
            };
        };
        requestBody?: never;
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["EmbargoAnswer"];
                };
            };
            default: {
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acknowledgeWarnings: {
        parameters: {
            query?: {
                edition?: string;
                lang?: components["parameters"]["Lang"];
                set?: string;
            };
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                index: string;
                period: string;
                revision: number;
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcknowledgeBody"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["AcknowledgeAnswer"];
                };
            };
            default: {
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    publishRevision: {
        parameters: {
            query?: {
                edition?: string;
                lang?: components["parameters"]["Lang"];
                set?: string;
            };
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                index: string;
                period: string;
                revision: number;
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishBody"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["PublicationAnswer"];
                };
            };
            202: {
                content: {
                    "application/json": components["schemas"]["EmbargoAnswer"];
                };
            };
            default: {
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    correctScores: {
        parameters: {
            query?: {
                edition?: string;
                lang?: components["parameters"]["Lang"];
                publish?: "true" | "false";
                set?: string;
            };
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                index: string;
                period: string;
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectionBody"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["CorrectionAnswer"];
                };
            };
            201: {
                content: {
                    "application/json": components["schemas"]["CorrectionAnswer"];
                };
            };
            default: {
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTemplate: {
        parameters: {
            query?: {
                edition?: string;
                group?: string;
                lang?: components["parameters"]["Lang"];
                methodology?: string;
                set?: string;
            };
            header?: {
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                index: string;
                period: string;
            };
        };
        requestBody?: never;
        responses: {
            200: {
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            default: {
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdrawRelease: {
        parameters: {
            query?: {
                edition?: string;
                lang?: components["parameters"]["Lang"];
                set?: string;
            };
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                index: string;
                period: string;
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawBody"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["PublicationAnswer"];
                };
            };
            default: {
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recogniseFile: {
        parameters: {
            query?: {
                certainty?: "confirmed" | "derived" | "unknown";
                document?: string;
                edition?: string;
                extent?: "complete" | "top" | "partial";
                filename?: string;
                index?: string;
                kind?: "publisher" | "official" | "province" | "press" | "compilation";
                lang?: components["parameters"]["Lang"];
                layout?: string;
                methodology?: string;
                period?: string;
                published_on?: string;
                publisher?: string;
                set?: string;
                signatory?: string;
                title?: string;
                upload?: string;
                url?: string;
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReleaseBody"];
                "application/octet-stream": string;
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["RecogniseAnswer"];
                };
            };
            default: {
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSeries: {
        parameters: {
            query: {
                basis?: "as_published" | "VN63" | "VN34";
                component?: string;
                cursor?: string;
                edition?: string;
                format?: "json" | "csv";
                from?: string;
                group?: string;
                index: string;
                lang?: components["parameters"]["Lang"];
                layout?: "long" | "wide";
                limit?: number;
                profile?: "rfc4180" | "excel-vi";
                to?: string;
                unit: string;
                value?: "score" | "rank" | "rank_published";
            };
            header?: {
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
        };
        requestBody?: never;
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["SeriesAnswer"];
                };
            };
            default: {
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSeriesAsCsv: {
        parameters: {
            query: {
                basis?: "as_published" | "VN63" | "VN34";
                component?: string;
                edition?: string;
                from?: string;
                group?: string;
                index: string;
                lang?: components["parameters"]["Lang"];
                layout?: "long" | "wide";
                profile?: "rfc4180" | "excel-vi";
                to?: string;
                unit: string;
                value?: "score" | "rank" | "rank_published";
            };
            header?: {
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
        };
        requestBody?: never;
        responses: {
            200: {
                content: {
                    "text/csv": string;
                };
            };
            default: {
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSources: {
        parameters: {
            query?: {
                lang?: components["parameters"]["Lang"];
            };
        };
        requestBody?: never;
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["SourcesAnswer"];
                };
            };
            default: {
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putSource: {
        parameters: {
            query?: {
                lang?: components["parameters"]["Lang"];
            };
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                source: string;
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SourceBody"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["SavedSourceAnswer"];
                };
            };
            201: {
                content: {
                    "application/json": components["schemas"]["SavedSourceAnswer"];
                };
            };
            default: {
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    fetchSource: {
        parameters: {
            query?: {
                lang?: components["parameters"]["Lang"];
            };
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                source: string;
            };
        };
        requestBody?: never;
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["FetchAnswer"];
                };
            };
            default: {
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPlans: {
        parameters: {
            query?: {
                lang?: components["parameters"]["Lang"];
            };
            path: {
                unit: string;
            };
        };
        requestBody?: never;
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["PlansAnswer"];
                };
            };
            default: {
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTargets: {
        parameters: {
            query?: {
                index?: string;
                lang?: components["parameters"]["Lang"];
                on?: string;
                overdue?: "true" | "false";
                version?: number;
            };
            path: {
                period: string;
                unit: string;
            };
        };
        requestBody?: never;
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["TargetsAnswer"];
                };
            };
            default: {
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putTargets: {
        parameters: {
            query?: {
                dry_run?: "true" | "false";
                lang?: components["parameters"]["Lang"];
                on?: string;
            };
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                period: string;
                unit: string;
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TargetPlanBody"];
                "application/octet-stream": string;
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["SavedPlanAnswer"];
                };
            };
            201: {
                content: {
                    "application/json": components["schemas"]["SavedPlanAnswer"];
                };
            };
            default: {
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listUnitSets: {
        parameters: {
            query?: {
                lang?: components["parameters"]["Lang"];
            };
            header?: {
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
        };
        requestBody?: never;
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["UnitSetsAnswer"];
                };
            };
            default: {
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putUnitSet: {
        parameters: {
            query?: {
                lang?: components["parameters"]["Lang"];
            };
            path: {
                set: string;
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnitSetBody"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["SavedSet"];
                };
            };
            201: {
                content: {
                    "application/json": components["schemas"]["SavedSet"];
                };
            };
            default: {
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putUnit: {
        parameters: {
            query?: {
                lang?: components["parameters"]["Lang"];
            };
            path: {
                set: string;
                unit: string;
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnitBody"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["SavedUnit"];
                };
            };
            201: {
                content: {
                    "application/json": components["schemas"]["SavedUnit"];
                };
            };
            default: {
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listUnits: {
        parameters: {
            query: {
                cursor?: string;
                format?: "json" | "csv";
                lang?: components["parameters"]["Lang"];
                limit?: number;
                profile?: "rfc4180" | "excel-vi";
                set: string;
            };
            header?: {
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
        };
        requestBody?: never;
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["UnitsAnswer"];
                };
            };
            default: {
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listUnitsAsCsv: {
        parameters: {
            query: {
                lang?: components["parameters"]["Lang"];
                profile?: "rfc4180" | "excel-vi";
                set: string;
            };
            header?: {
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
        };
        requestBody?: never;
        responses: {
            200: {
                content: {
                    "text/csv": string;
                };
            };
            default: {
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getUnit: {
        parameters: {
            query?: {
                lang?: components["parameters"]["Lang"];
            };
            header?: {
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                unit: string;
            };
        };
        requestBody?: never;
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["UnitAnswer"];
                };
            };
            default: {
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProfile: {
        parameters: {
            query?: {
                lang?: components["parameters"]["Lang"];
                period?: string;
            };
            header?: {
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                unit: string;
            };
        };
        requestBody?: never;
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["ProfileAnswer"];
                };
            };
            default: {
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resolveUnit: {
        parameters: {
            query: {
                lang?: components["parameters"]["Lang"];
                name: string;
                on?: string;
                parent?: string;
                set?: string;
            };
            header?: {
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
        };
        requestBody?: never;
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["ResolveAnswer"];
                };
            };
            default: {
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createUpload: {
        parameters: {
            query?: {
                lang?: components["parameters"]["Lang"];
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UploadBody"];
            };
        };
        responses: {
            201: {
                content: {
                    "application/json": components["schemas"]["UploadAnswer"];
                };
            };
            default: {
                content: {
                    "application/json": components["schemas"]["GatewayError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}

import { AuditorService } from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import { classifyText, createRedactor } from '@triage/diagnosis';
import {
  DiagnoseRequest,
  RunbookMeta,
  SuggestRunbookRequest,
  triageClusterHealthReadPermission,
  triageDiagnosisCreatePermission,
  triageDiagnosisReadPermission,
  triageRunbookReadPermission,
} from '@triage/plugin-triage-common';
import { Runbook } from '@triage/plugin-triage-knowledge';
import express, { Request, Response } from 'express';
import Router from 'express-promise-router';
import { setMaxListeners } from 'node:events';
import { DiagnosisService } from '../diagnoses/DiagnosisService';
import { ClusterHealthService } from '../health/ClusterHealthService';
import { OwnHealthService } from '../health/OwnHealthService';
import { RunbookLibrary } from '../runbooks/RunbookLibrary';
import { createOpenApiRouter } from '../schema/openapi';
import { Access } from './Access';
import { audited } from './audited';
import { DiagnoseInput, readDiagnoseInput } from './diagnoseInput';
import { jsonBody } from './jsonBody';

export interface RouterOptions {
  access: Access;
  auditor: AuditorService;
  diagnoses: DiagnosisService;
  clusterHealth: ClusterHealthService;
  ownHealth: OwnHealthService;
  runbooks: RunbookLibrary;
}

/**
 * The routes of openapi.yaml. Every request is validated against it first, so a field that arrives has the type that the
 * contract says; each route then asks who is there and what they may do before it does anything.
 */
export async function createRouter(options: RouterOptions): Promise<express.Router> {
  const { access, auditor, diagnoses, clusterHealth, ownHealth, runbooks } = options;
  const api = await createOpenApiRouter();

  async function diagnose(req: Request<any, any, DiagnoseRequest, any>, res: Response) {
    const input = readDiagnoseInput(req.body);
    const caller = await access.require(
      req,
      triageDiagnosisCreatePermission,
      ...(input.includeClusterHealth ? [triageClusterHealthReadPermission] : []),
    );
    await answerWhileWaitedFor(res, signal =>
      audited(
        auditor,
        { eventId: 'diagnosis-create', severityLevel: 'medium', request: req, meta: placeOf(input) },
        async () =>
          diagnoses.diagnose(input, caller, {
            withRunbooks: await access.has(caller, triageRunbookReadPermission),
            signal,
          }),
      ),
    );
  }
  api.post('/diagnose', diagnose);
  api.post('/analyze-error', diagnose);

  api.get('/diagnoses', async (req, res) => {
    const caller = await access.require(req, triageDiagnosisReadPermission);
    const { limit = 20, offset = 0, entityRef } = req.query;
    const list = await audited(
      auditor,
      { eventId: 'diagnosis-read', request: req, meta: { queryType: 'list' } },
      async () => diagnoses.list({ limit, offset, entityRef }, caller),
    );
    res.json(list);
  });

  api.get('/diagnoses/:id', async (req, res) => {
    const caller = await access.require(req, triageDiagnosisReadPermission);
    const { id } = req.params;
    const diagnosis = await audited(
      auditor,
      { eventId: 'diagnosis-read', request: req, meta: { queryType: 'by-id', id } },
      async () => diagnoses.get(id, caller),
    );
    res.json(diagnosis);
  });

  api.post('/suggest-runbook', async (req, res) => {
    await access.require(req, triageRunbookReadPermission);
    const body: SuggestRunbookRequest = req.body;
    const text = (body.errorMessage ?? body.error_message)?.trim();
    if (!text) {
      throw new InputError('Send the error text as errorMessage');
    }
    const redacted = createRedactor().text(text);
    res.json(
      await runbooks.suggest({
        text: redacted,
        category: body.category ?? classifyText(redacted).category,
        topK: body.topK ?? body.top_k,
      }),
    );
  });

  api.get('/runbooks', async (req, res) => {
    await access.require(req, triageRunbookReadPermission);
    res.json({ items: (await runbooks.list()).map(metaOf) });
  });

  api.get('/runbooks/:filename', async (req, res) => {
    await access.require(req, triageRunbookReadPermission);
    const runbook = await runbooks.get(req.params.filename);
    if (!runbook) {
      throw new NotFoundError('There is no runbook of that name; GET /runbooks lists them');
    }
    res.json({ ...metaOf(runbook), content: runbook.content });
  });

  api.get('/cluster-health', async (req, res) => {
    const caller = await access.require(req, triageClusterHealthReadPermission);
    await answerWhileWaitedFor(res, signal => clusterHealth.read(req.query.cluster, caller, signal));
  });

  api.get('/health', async (req, res) => {
    res.json(await ownHealth.read(await access.require(req)));
  });

  const router = Router();
  router.use(...jsonBody());
  router.use(api);
  return router;
}

function metaOf({ filename, title, categories, severity, owner, lastReviewed }: Runbook): RunbookMeta {
  return { filename, title, categories, severity, owner, lastReviewed };
}

/** For the audit log, redacted because people also paste secrets into the wrong field. */
function placeOf({ entityRef, cluster, namespace }: DiagnoseInput): JsonObject {
  const redactor = createRedactor();
  const place = Object.entries({ entityRef, cluster, namespace });
  return Object.fromEntries(place.flatMap(([name, value]) => (value ? [[name, redactor.text(value)]] : [])));
}

/** Sends the result, unless the connection closes before: then the work is told to stop, and how it ends is of no interest. */
async function answerWhileWaitedFor(res: Response, work: (signal: AbortSignal) => Promise<unknown>): Promise<void> {
  const controller = new AbortController();
  // dozens of reads listen at once, which is no leak
  setMaxListeners(0, controller.signal);
  res.on('close', () => controller.abort());
  let answer: unknown;
  try {
    answer = await work(controller.signal);
  } catch (error) {
    if (controller.signal.aborted) {
      return;
    }
    throw error;
  }
  if (!controller.signal.aborted) {
    res.json(answer);
  }
}

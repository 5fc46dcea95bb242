import { mockServices } from '@backstage/backend-test-utils';
import express from 'express';
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { AddressInfo } from 'node:net';
import { DiagnoseOptions } from '../diagnoses/DiagnosisService';
import { Access } from './Access';
import { createRouter } from './createRouter';

describe('createRouter', () => {
  it('stops the work when nobody waits for the answer any more', async () => {
    let started: (signal: AbortSignal) => void;
    const signalOfWork = new Promise<AbortSignal>(resolve => {
      started = resolve;
    });
    const router = await createRouter({
      access: new Access({ httpAuth: mockServices.httpAuth(), permissions: mockServices.permissions() }),
      auditor: mockServices.auditor.mock({
        createEvent: async () => ({ success: async () => {}, fail: async () => {} }),
      }),
      diagnoses: {
        diagnose: (_input, _caller, { signal }: DiagnoseOptions) => {
          started(signal!);
          return new Promise(() => {});
        },
        get: jest.fn(),
        list: jest.fn(),
      },
      clusterHealth: undefined as any,
      ownHealth: undefined as any,
      runbooks: undefined as any,
    });
    const server = createServer(express().use(router)).listen(0, '127.0.0.1');
    await once(server, 'listening');

    const asking = request({
      port: (server.address() as AddressInfo).port,
      path: '/diagnose',
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
    });
    asking.on('error', () => {});
    asking.end('{"namespace":"shop"}');
    const signal = await signalOfWork;
    expect(signal.aborted).toBe(false);

    asking.destroy();
    await once(signal, 'abort');
    server.close();
  });
});

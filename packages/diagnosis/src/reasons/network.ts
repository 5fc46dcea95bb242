import { Common, normal, Reason, rows } from './Reason';

const SLICES: Common = {
  where: 'event',
  kinds: ['Service'],
  reporter: 'endpointslice controller',
  source: 'pkg/controller/endpointslice/endpointslice_controller.go',
};
const LOAD_BALANCER: Common = {
  where: 'event',
  kinds: ['Service'],
  reporter: 'service controller (cloud load balancers)',
  source: 'staging/src/k8s.io/cloud-provider/controllers/service/controller.go',
};
const ADDRESSES: Common = {
  where: 'event',
  kinds: ['Service'],
  reporter: 'API server (addresses and ports of Services)',
  source: 'pkg/registry/core/service/ipallocator/controller/repairip.go',
};

/** Repaired by itself, or wrong for good: only the second sort is a failure. */
const onTrouble = 'whether it comes again and again: the controller tries anew after every conflict';

export const NETWORK: Reason[] = [
  ...rows(SLICES, [
    {
      reason: 'FailedToUpdateEndpointSlices',
      verdict: 'depends',
      on: onTrouble,
      means: 'The endpoints of the Service could not be written',
      categories: ['service-no-endpoints'],
      owner: 'reported',
      example:
        'Error updating Endpoint Slices for Service shop/web: failed to create EndpointSlice for Service shop/web: exceeded quota: objects, requested: count/endpointslices.discovery.k8s.io=1, used: count/endpointslices.discovery.k8s.io=5, limited: count/endpointslices.discovery.k8s.io=5',
    },
    {
      reason: 'FailedToCreateEndpoint',
      verdict: 'depends',
      on: onTrouble,
      means: 'The endpoints of the Service could not be written',
      categories: ['service-no-endpoints'],
      owner: 'reported',
      kinds: ['Service', 'Endpoints'],
      reporter: 'endpoints controller',
      source: 'pkg/controller/endpoint/endpoints_controller.go',
      example: 'Failed to create endpoint for service shop/web: endpoints "web" is forbidden',
    },
    {
      reason: 'FailedToUpdateEndpoint',
      verdict: 'depends',
      on: onTrouble,
      means: 'The endpoints of the Service could not be written',
      categories: ['service-no-endpoints'],
      owner: 'reported',
      kinds: ['Service', 'Endpoints'],
      reporter: 'endpoints controller',
      source: 'pkg/controller/endpoint/endpoints_controller.go',
      example:
        'Failed to update endpoint shop/web: Operation cannot be fulfilled on endpoints "web": the object has been modified',
    },
  ]),
  ...normal(SLICES, {
    TopologyAwareHintsEnabled: 'Traffic of the Service is kept within its zone',
    TopologyAwareHintsDisabled: 'Traffic of the Service goes to all zones, since some have too few endpoints',
  }),
  ...normal(LOAD_BALANCER, {
    EnsuringLoadBalancer: 'The load balancer is being made or changed',
    EnsuredLoadBalancer: 'The load balancer is as it should be',
    UpdatedLoadBalancer: 'The load balancer knows the present nodes',
    DeletingLoadBalancer: 'The load balancer is being removed',
    DeletedLoadBalancer: 'The load balancer is gone',
  }),
  ...rows(LOAD_BALANCER, [
    {
      reason: 'SyncLoadBalancerFailed',
      verdict: 'failure',
      means: 'The cloud refuses the load balancer of the Service, so it gets no address',
      categories: ['service-no-endpoints'],
      owner: 'reported',
      example:
        'Error syncing load balancer: failed to ensure load balancer: could not find any suitable subnets for creating the ELB',
    },
    {
      reason: 'UnAvailableLoadBalancer',
      verdict: 'failure',
      means: 'No node can take the traffic of the load balancer',
      categories: ['service-no-endpoints'],
      owner: 'reported',
      example: 'There are no available nodes for LoadBalancer',
    },
    {
      reason: 'UpdateLoadBalancerFailed',
      verdict: 'failure',
      means: 'The load balancer does not know the present nodes',
      categories: ['service-no-endpoints'],
      owner: 'reported',
      example: 'Error updating load balancer with new hosts [node-1 node-2]: Throttling: Rate exceeded',
    },
  ]),
  ...rows(ADDRESSES, [
    ...(
      [
        [
          'ClusterIPNotValid',
          'Its cluster IP is no address',
          'Cluster IP x is not a valid IP; please recreate Service',
        ],
        [
          'ClusterIPOutOfRange',
          'Its cluster IP lies outside the addresses of the cluster',
          'Cluster IP [IPv4]: 10.9.0.7 is not within any configured Service CIDR; please recreate service',
        ],
        [
          'ClusterIPAlreadyAllocated',
          'Another Service has the same cluster IP',
          'Cluster IP [IPv4]:10.0.0.7 was assigned to multiple services; please recreate service',
        ],
        [
          'PortOutOfRange',
          'Its node port lies outside the range of the cluster',
          'Port 32999 is not within the port range 30000-32767; please recreate service',
        ],
        [
          'PortAlreadyAllocated',
          'Another Service has the same node port',
          'Port 30080 was assigned to multiple services; please recreate service',
        ],
      ] as const
    ).map(([reason, means, example]) => ({
      reason,
      verdict: 'failure' as const,
      means,
      categories: ['service-no-endpoints', 'port-conflict'] as ['service-no-endpoints', 'port-conflict'],
      owner: 'reported',
      ...(reason.startsWith('Port') ? { source: 'pkg/registry/core/service/portallocator/controller/repair.go' } : {}),
      example,
    })),
  ]),
  ...normal(ADDRESSES, {
    ClusterIPNotAllocated: 'Its cluster IP was not booked; the API server books it',
    PortNotAllocated: 'Its node port was not booked; the API server books it',
  }),
];

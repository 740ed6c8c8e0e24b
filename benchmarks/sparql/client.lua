-- wrk's requests: lines of a file, each connection's thread its own; `-- FILE FIRST COUNT THREADS
-- PREFIX ACCEPT`. A line is a query string, put after PREFIX.
local threads = 0
local requests, at, step = {}, 0, 1

function setup(thread)
  thread:set("id", threads)
  threads = threads + 1
end

function init(args)
  local first, count, prefix = tonumber(args[2]), tonumber(args[3]), args[5]
  step = tonumber(args[4])
  local headers = { ["Accept"] = args[6] }
  local number = 0
  for line in io.lines(args[1]) do
    if number >= first and number < first + count and number % step == id then
      requests[#requests + 1] = wrk.format("GET", prefix .. line, headers)
    end
    number = number + 1
    if number >= first + count then break end
  end
end

function request()
  at = at % #requests + 1
  return requests[at]
end

function done(summary, latency, _)
  local wrong = summary.errors
  io.write(string.format(
    '\n{"requests": %d, "bytes": %d, "seconds": %f, "p50": %f, "p95": %f, "p99": %f, '
      .. '"failed": %d, "broken": %d}\n',
    summary.requests, summary.bytes, summary.duration / 1e6, latency:percentile(50) / 1e3,
    latency:percentile(95) / 1e3, latency:percentile(99) / 1e3, wrong.status,
    wrong.connect + wrong.read + wrong.write + wrong.timeout))
end

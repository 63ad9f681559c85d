#!/usr/bin/env bash
# Makes the tiny files that the sandbox's tests of received media read. Needs ffmpeg with libx264, libx265, libvpx, an AV1
# encoder and libwebp; run by hand only, the results are committed.
set -euo pipefail
cd "$(dirname "$0")/../.."
target=dev/tiktok-sandbox/src/test/resources/samples
mkdir -p "$target"

run() { ffmpeg -hide_banner -loglevel error -y "$@"; }
# clip RATE SECONDS: the input options of a still picture of so many frames.
clip() { echo "-f lavfi -i color=c=0xfe2c55:size=360x640:rate=$1:duration=$2"; }
sound="-f lavfi -i sine=frequency=440:sample_rate=16000:duration=2"
bare=(-map_metadata -1 -fflags +bitexact -flags:v +bitexact)
h264=(-c:v libx264 -pix_fmt yuv420p -preset veryslow -crf 45)
aac=(-c:a aac -b:a 8k -ac 1 -flags:a +bitexact)

# The containers and codings of videos.
run $(clip 25 2) $sound "${h264[@]}" "${aac[@]}" "${bare[@]}" "$target/h264.mp4"
run $(clip 25 2) $sound "${h264[@]}" "${aac[@]}" "${bare[@]}" -movflags +faststart "$target/h264.mov"
run $(clip 25 2) $sound "${h264[@]}" "${aac[@]}" "${bare[@]}" -g 25 \
  -movflags +frag_keyframe+empty_moov+default_base_moof "$target/fragmented.mp4"
run $(clip 25 2) "${h264[@]}" "${bare[@]}" -g 25 -movflags +frag_keyframe "$target/fragmented-after-index.mp4"
run $(clip 25 2) -c:v libx265 -pix_fmt yuv420p -crf 45 -x265-params log-level=none:info=0 -tag:v hvc1 "${bare[@]}" \
  "$target/hevc.mp4"
run $(clip 25 2) -c:v libvpx-vp9 -b:v 20k "${bare[@]}" "$target/vp9.mp4"
run $(clip 25 2) -c:v libvpx -b:v 20k "${bare[@]}" "$target/vp8.webm"
run $(clip 25 2) $sound -c:v libvpx-vp9 -b:v 20k -c:a libopus -b:a 8k "${bare[@]}" "$target/vp9.webm"
run $(clip 25 2) -c:v libvpx-vp9 -b:v 20k -g 25 "${bare[@]}" -cluster_time_limit 500 -live 1 -f webm pipe:1 \
  > "$target/live.webm"
run -i "$target/h264.mp4" -c copy "${bare[@]}" -metadata:s:v:0 rotate=90 "$target/turned.mp4"
run -ss 1 -i "$target/h264.mp4" -c copy -an "${bare[@]}" "$target/trimmed.mp4"

# What TikTok does not take.
run $(clip 25 1) -c:v libaom-av1 -cpu-used 8 -crf 60 "${bare[@]}" "$target/av1.webm"
run $(clip 25 1) -c:v libvpx -b:v 20k "${bare[@]}" "$target/vp8.mkv"
run $sound "${aac[@]}" "${bare[@]}" "$target/sound-only.m4a"

# Frame rates.
run $(clip 60 2) "${h264[@]}" "${bare[@]}" "$target/rate-60.mp4"
run $(clip 60 1) "${h264[@]}" "${bare[@]}" -video_track_timescale 1000 "$target/rate-60-in-milliseconds.mp4"
run $(clip 60 1) -c:v libvpx -b:v 20k "${bare[@]}" "$target/rate-60.webm"
run $(clip 60.02 2) "${h264[@]}" "${bare[@]}" "$target/rate-60.02.mp4"
run $(clip 60.02 1) -c:v libvpx -b:v 20k "${bare[@]}" "$target/rate-60.02.webm"
run $(clip 60000/1001 1) "${h264[@]}" "${bare[@]}" "$target/rate-59.94.mp4"
run $(clip 60000/1001 1) -c:v libvpx -b:v 20k "${bare[@]}" "$target/rate-59.94.webm"
run $(clip 15 1) "${h264[@]}" "${bare[@]}" "$target/rate-15.mp4"

# Photos. The test makes its own progressive JPEG, which ffmpeg cannot.
run $(clip 1 1) -frames:v 1 "${bare[@]}" -q:v 31 "$target/photo.jpg"
run $(clip 1 1) -frames:v 1 "${bare[@]}" -c:v libwebp -quality 10 "$target/lossy.webp"
run $(clip 1 1) -frames:v 1 "${bare[@]}" -c:v libwebp -lossless 1 "$target/lossless.webp"
run $(clip 1 1) -vf format=yuva420p,colorchannelmixer=aa=0.5 -frames:v 1 "${bare[@]}" -c:v libwebp -quality 10 \
  "$target/extended.webp"
run $(clip 1 1) -frames:v 1 "${bare[@]}" -f image2 -c:v png "$target/png-called.jpg"
run $(clip 1 1) -frames:v 1 "${bare[@]}" "$target/photo.gif"

for file in "$target"/*; do
  size=$(wc -c < "$file")
  [ "$size" -lt 30000 ] || { echo "$file is $size bytes; it must stay under 30 kB" >&2; exit 1; }
done
ls -l "$target"
